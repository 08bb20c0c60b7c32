/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source/source-cell.h"

#include <stdint.h>

/* A part of a package. */
typedef struct
{
  const char *name;
  const char *content; /* NULL: it is made of what libFuzzer made up */
} SourcePart;

/* What takes the tables and holds them against what is promised of them. */
extern const BvSourceSink source_target_sink;

typedef struct
{
  gboolean in_table;
} SourceTargetState;

void source_target_read_file (const uint8_t *data, size_t size);
void source_target_read_package (const SourcePart *parts, guint n_parts, const uint8_t *data, size_t size);
