/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BvDigest:
 *
 * A SHA-256 that is computed piece by piece: of evidence, of the files of a dossier, of the seal.
 */
typedef struct _BvDigest BvDigest;

/**
 * bv_digest_new:
 *
 * Returns: (transfer full): the digest of no bytes
 */
BvDigest *bv_digest_new (void);

/**
 * bv_digest_free:
 * @digest: (transfer full): a digest
 */
void bv_digest_free (BvDigest *digest);

/**
 * bv_digest_update:
 * @digest: a digest that is not finished
 * @bytes: what comes next
 * @length: how many
 */
void bv_digest_update (BvDigest *digest, gconstpointer bytes, gsize length);

/**
 * bv_digest_finish:
 * @digest: a digest, to which nothing comes any more
 *
 * Returns: (transfer full): 64 lower-case hexadecimal digits
 */
char *bv_digest_finish (BvDigest *digest);

/**
 * bv_digest_describe_version:
 *
 * Returns: (transfer full) (nullable): the version of Nettle that is in use; %NULL where GLib computes
 */
char *bv_digest_describe_version (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDigest, bv_digest_free)

G_END_DECLS
