/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/enclosure/planned-enclosure.h"
#include "store/library.h"

G_BEGIN_DECLS

/* The files of a plan that become evidence, on their way into the vault and the campaign. */
typedef struct _BvEnclosureApply BvEnclosureApply;

BvEnclosureApply *bv_enclosure_apply_take (BvLibrary *library, const BvImportPlan *plan, GError **error);
void bv_enclosure_apply_take_back (BvEnclosureApply *self);
gboolean bv_enclosure_apply_attach (BvEnclosureApply *self, gint64 campaign, GError **error);
void bv_enclosure_apply_free (BvEnclosureApply *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvEnclosureApply, bv_enclosure_apply_free)

G_END_DECLS
