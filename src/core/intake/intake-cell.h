/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a cell of a table from outside holds. */
typedef enum
{
  BV_INTAKE_EMPTY,
  BV_INTAKE_TEXT,
  BV_INTAKE_NUMBER, /* digits with a point: "-12.5" */
  BV_INTAKE_DATE,   /* "2021-12-15", of a moment "2021-12-15 07:30:00", of a time of the day "07:30:00" */
  BV_INTAKE_FLAG,   /* "1" or "0" */
  BV_INTAKE_FAULT,  /* what a formula says that came to nothing: "#N/A" */
} BvIntakeKind;

/* A cell, as whatever reads files hands it over. */
typedef struct
{
  guint column; /* from 0 */
  BvIntakeKind kind;
  const char *text; /* UTF-8 as it was written */
  gboolean is_formula;
} BvIntakeCell;

G_END_DECLS
