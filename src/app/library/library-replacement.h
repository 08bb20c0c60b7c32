/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What became of it: a title, and what is to be known of it. The program shows the library that is there now.
 */
typedef void (*BvLibraryReplacementFunc) (const char *title, const char *text, gpointer data);

/* What takes the place of a library. */
typedef struct
{
  const char *library; /* its folder */
  const char *from;    /* a backup; NULL: what is whole in the library itself */
  BvLibraryReplacementFunc done;
  gpointer data;
} BvLibraryReplacement;

void bv_library_replacement_start (GtkApplication *application,
                                   BvSession *session,
                                   const BvLibraryReplacement *replacement);

G_END_DECLS
