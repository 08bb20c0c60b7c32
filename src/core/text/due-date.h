/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates of a campaign that follow its first day. A template may write them relative to it (CONTRACT.md):
 * "+90d", or a day of the year, "12-15". Dates are yyyymmdd. */

gint64 bv_due_date_resolve (const char *text, gint64 starts);
gint64 bv_due_date_move (gint64 date, gint64 from, gint64 to);

G_END_DECLS
