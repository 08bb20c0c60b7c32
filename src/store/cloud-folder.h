/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *bv_cloud_folder_find (const char *folder);

G_END_DECLS
