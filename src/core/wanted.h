/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BvWantedFunc:
 * @data: the caller's
 *
 * Asked from time to time by what takes long.
 *
 * Returns: whether what comes of it is still wanted
 */
typedef gboolean (*BvWantedFunc) (gpointer data);

G_END_DECLS
