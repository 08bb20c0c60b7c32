/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A part of a package as it was handed over. */
typedef struct
{
  char *name;
  char *sha256;
} BvPackagePart;

GPtrArray *bv_package_parts_new (void);
void bv_package_parts_take (GPtrArray *parts, const char *name, char *sha256);
gboolean bv_package_read_back (const char *path, const GPtrArray *parts, const char *wanted, GError **error);

G_END_DECLS
