/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An input method for tests: Telex, as ibus-unikey shows it. */

void telex_method_install (void);
char *telex_method_get_preedit (void);

G_END_DECLS
