/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/evidence.h"
#include "store/library.h"

G_BEGIN_DECLS

gboolean bv_report_edit_attach (BvLibrary *library,
                                gint64 campaign,
                                gint64 nominee,
                                BvEvidence *piece,
                                GError **error);

G_END_DECLS
