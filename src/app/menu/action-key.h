/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *bv_action_key_write (const char *key);
char *bv_action_key_find (const char *action);

G_END_DECLS
