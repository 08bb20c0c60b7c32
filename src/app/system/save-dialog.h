/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called once, with the file on this machine. */
typedef void (*BvSaveFunc) (BvSession *session, GFile *file, gpointer data);

/* A kind of file that is saved. */
typedef struct
{
  const char *title;      /* of the dialog, msgid */
  const char *filter;     /* names the kind of files, msgid */
  const char *suffix;     /* “.pdf” */
  const char *folder_key; /* the setting that holds the last folder */
  BvSaveFunc save;        /* called with the file that was chosen, unless the user gives up */
  GDestroyNotify free_data;
} BvSaveKind;

void bv_save_dialog_ask (GtkWindow *parent,
                         BvSession *session,
                         const BvSaveKind *kind,
                         const char *name,
                         gpointer data);

G_END_DECLS
