/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Progress of long work, 0 to 1; may be called from a worker thread. */
typedef void (*BvProgressFunc) (double fraction, gpointer data);

G_END_DECLS
