/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_UNSAVED (bv_unsaved_get_type ())
G_DECLARE_INTERFACE (BvUnsaved, bv_unsaved, BV, UNSAVED, GtkWidget)

struct _BvUnsavedInterface
{
  GTypeInterface parent_iface;

  /* Saves what can be saved. */
  void (*commit) (BvUnsaved *unsaved);
  /* Says why the rest cannot be; %NULL: there is none. */
  const char *(*get_message) (BvUnsaved *unsaved);
  /* Gives it up. */
  void (*give_back) (BvUnsaved *unsaved);
};

/* What was asked about is settled. */
typedef void (*BvUnsavedFunc) (gpointer data);

const char *bv_unsaved_get_message (BvUnsaved *unsaved);
GPtrArray *bv_unsaved_list (GtkWidget *root);
gboolean bv_unsaved_exists (GtkWidget *root);
void bv_unsaved_give_back (GtkWidget *root);
gboolean bv_unsaved_ask (GtkWidget *root, BvUnsavedFunc leave, BvUnsavedFunc stay, gpointer data);
void bv_unsaved_guard (GtkWindow *dialog);

G_END_DECLS
