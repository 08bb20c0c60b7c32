/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* A day, and how many reports were received on it. */
typedef struct
{
  gint64 date;
  gint64 n;
} BvReportDay;

GArray *bv_report_days_read (BvLibrary *library, gint64 campaign, GError **error);

G_END_DECLS
