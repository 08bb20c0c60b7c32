/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/call.h"
#include "core/tree/criterion-change.h"
#include "core/tree/criterion-place.h"

G_BEGIN_DECLS

/* What a command line says of criteria: GROUP/CODE…, --into GROUP[/SECTION] --before CODE, --cut
 * --drop-answers. */

GArray *bv_criterion_target_list (BvLibrary *library,
                                  gint64 campaign,
                                  const BvCall *call,
                                  guint first,
                                  GError **error);
gboolean bv_criterion_target_read_place (BvLibrary *library,
                                         gint64 campaign,
                                         const BvCall *call,
                                         BvCriterionPlace *place,
                                         GError **error);
BvMend bv_criterion_target_read_mend (const BvCall *call);
gboolean bv_criterion_target_advise (const BvCall *call, gboolean ok, GError **error);
gboolean bv_criterion_target_print (const BvCall *call,
                                    BvLibrary *library,
                                    gint64 campaign,
                                    const GArray *rows,
                                    GError **error);

G_END_DECLS
