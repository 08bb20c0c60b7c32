/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

gboolean bv_proposals_find_sealing (BvLibrary *library,
                                    gint64 campaign,
                                    gint64 date,
                                    const char *seal,
                                    char **reason,
                                    GError **error);

G_END_DECLS
