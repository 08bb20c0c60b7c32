/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "store/library.h"
#include "store/sealings.h"

G_BEGIN_DECLS

/* What was sealed, as it was then: the dump of its campaign, compressed (RFC 1952), in the vault. */

#define BV_SEALED_DUMP_ERROR (bv_sealed_dump_error_quark ())
GQuark bv_sealed_dump_error_quark (void);

typedef enum
{
  BV_SEALED_DUMP_ERROR_NOT_KEPT, /* it was sealed by a version that kept nothing */
  BV_SEALED_DUMP_ERROR_DIFFERS,  /* its seal, computed anew, is another one */
} BvSealedDumpError;

/**
 * BvSealedDump:
 *
 * A dump that is written into a folder of its own, and not in the vault yet.
 */
typedef struct _BvSealedDump BvSealedDump;

BvSealedDump *bv_sealed_dump_seal (BvLibrary *library, BvProposal *proposal, GError **error);
const char *bv_sealed_dump_keep (BvSealedDump *dump, const char *library_folder, GError **error);
void bv_sealed_dump_take_back (const BvSealedDump *dump, const char *library_folder);
void bv_sealed_dump_free (BvSealedDump *dump);
BvProposal *bv_sealed_dump_read (BvLibrary *library, const BvSealing *sealing, GError **error);
BvProposal *bv_sealed_dump_read_number (BvLibrary *library, gint64 campaign, guint number, GError **error);
gboolean bv_sealed_dump_find_same (BvLibrary *library,
                                   gint64 campaign,
                                   const BvProposal *proposal,
                                   BvSealing **same,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSealedDump, bv_sealed_dump_free)

G_END_DECLS
