/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **bv_place_remarks_list (const char *folder);

G_END_DECLS
