/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The list of hashes in a dossier, in the format of sha256sum: in the folder of an unpacked dossier
 * `sha256sum -c MANIFEST.sha256` reads it too. */

#define BV_MANIFEST_NAME "MANIFEST.sha256"

void bv_manifest_append (GString *manifest, const char *sha256, const char *path);
gboolean bv_manifest_parse_line (char *line, const char **sha256, const char **path);

G_END_DECLS
