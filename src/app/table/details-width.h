/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How wide the details beside a table are. They outlive it. */
typedef struct
{
  GtkWidget *details; /* NULL: it did not begin yet, or they are in no #GtkPaned */
  int least;          /* the width that they ask for themselves */
  int first;          /* that they got at first */
  int kept;           /* that the user gave them before; 0: none */
} BvDetailsWidth;

void
bv_details_width_begin (BvDetailsWidth *width, GtkWidget *details, int kept, int usual, gboolean compact);
int bv_details_width_get (const BvDetailsWidth *width);

G_END_DECLS
