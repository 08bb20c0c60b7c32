/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/window.h"

G_BEGIN_DECLS

/* The user's hand: presses keys and clicks what is seen, and counts both. */

void hand_begin_stage (const char *title);
void hand_end (guint most);

void hand_press (guint keyval, GdkModifierType state);
char *hand_find_page_key (const char *key);
void hand_press_page (const char *key);
void hand_type (const char *text);
void hand_click (const char *label);
void hand_click_widget (GtkWidget *widget);
/* For what no test can press: the file chooser is not GTK's. */
void hand_count (guint n);

/* In the window that takes keys. */
GtkWindow *hand_get_window (void);
GtkWidget *hand_find (const char *label);
GtkWidget *hand_find_field (const char *title);
GtkWidget *hand_find_inside (GtkWidget *widget, GType type);

GFile *hand_get_folder (BvWindow *window);
void hand_seal (BvWindow *window);

G_END_DECLS
