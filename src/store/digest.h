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

#define BV_DIGEST_BYTES 32

/**
 * bv_digest_new:
 *
 * Returns: (transfer full): the digest of no bytes
 */
BvDigest *bv_digest_new (void);

/**
 * bv_digest_copy:
 * @digest: a digest that is not finished
 *
 * Returns: (transfer full): the digest of the same bytes, to which others may come
 */
BvDigest *bv_digest_copy (const BvDigest *digest);

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
 * bv_digest_finish_bytes:
 * @digest: a digest, to which nothing comes any more
 * @bytes: (out caller-allocates) (array fixed-size=32): the digest itself
 */
void bv_digest_finish_bytes (BvDigest *digest, guint8 *bytes);

/**
 * bv_digest_compute:
 * @bytes: what is hashed
 * @length: how many
 * @result: (out caller-allocates) (array fixed-size=32): their digest
 *
 * All at once: of the cells of a library there are millions.
 */
void bv_digest_compute (gconstpointer bytes, gsize length, guint8 *result);

/**
 * bv_digest_describe_version:
 *
 * Returns: (transfer full) (nullable): the version of Nettle that is in use; %NULL where GLib computes
 */
char *bv_digest_describe_version (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDigest, bv_digest_free)

G_END_DECLS
