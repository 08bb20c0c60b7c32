/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"

G_BEGIN_DECLS

/**
 * BvUnit:
 *
 * An agency or committee of the registry. A code alone does not identify it (54 of the units of 2025 reuse an
 * old code): code and validity do.
 */
typedef struct
{
  BvRecord record;
  char *code;
  char *name;
  char *short_name;
  char *type;
  char *parent; /* a code; NULL: none */
  char **aliases;
  char *email;
  char *phone;
  char *contact;
  GArray *leads; /* of gint64: the PAPI dimensions the unit leads */
  gint64 valid_from;
  gint64 valid_to;
} BvUnit;

extern const BvEntity bv_unit_entity;

gboolean bv_unit_is_valid_on (const BvUnit *unit, gint64 date);

G_END_DECLS
