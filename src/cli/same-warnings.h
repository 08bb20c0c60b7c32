/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

gboolean bv_same_warnings_print (BvLibrary *library, gint64 campaign, gint64 date, GError **error);

G_END_DECLS
