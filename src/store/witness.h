/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BvWitness:
 *
 * Has seen all bytes that were handed over to be written to a file, and is asked when the file is closed
 * whether it holds them. A failure that no call reported is found so.
 */
typedef struct _BvWitness BvWitness;

BvWitness *bv_witness_new (void);
void bv_witness_free (BvWitness *witness);
void bv_witness_see (BvWitness *witness, gconstpointer bytes, gsize length);
const char *bv_witness_find_doubt (BvWitness *witness, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvWitness, bv_witness_free)

G_END_DECLS
