/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/distinct.h"
#include "store/library.h"

G_BEGIN_DECLS

gboolean bv_distinct_edit_say (BvLibrary *library,
                               gint64 campaign,
                               BvSameKind kind,
                               const char *const *nominees,
                               const char *reason,
                               GError **error);
gboolean bv_distinct_edit_take_back (BvLibrary *library,
                                     gint64 campaign,
                                     BvSameKind kind,
                                     const char *const *nominees,
                                     GError **error);

G_END_DECLS
