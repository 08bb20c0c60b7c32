/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GFile *bv_backup_places_get_second (void);
void bv_backup_places_set_second (GFile *folder);
char *bv_backup_places_name_second (void);
char **bv_backup_places_list (void);

G_END_DECLS
