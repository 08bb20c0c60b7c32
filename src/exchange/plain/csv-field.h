/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a field of a table as text is followed by. */
typedef enum
{
  BV_CSV_FIELD,
  BV_CSV_ROW,
  BV_CSV_END,
} BvCsvNext;

BvCsvNext bv_csv_field_read (const char **text, const char *end, char separator, GString *field);
char bv_csv_field_find_separator (const char *text, const char *end);

G_END_DECLS
