/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/backup/status-backup.h"

#include "app/backup/backup-age.h"
#include "app/backup/backup-roll.h"

#include <glib/gi18n-lib.h>

#define DATA "bv-status-backup"

/* The window has its first frames before. */
#define SECONDS_BEFORE 1
/* As time goes by, “today” becomes “yesterday”. */
#define SECONDS_BETWEEN 600

/**
 * BvStatusBackup:
 *
 * Says in the status bar of a window how old the last proven backup is.
 */
typedef struct
{
  BvWindow *window;
  gint64 newest; /* seconds since 1970; 0: there is none */
  guint source;
} BvStatusBackup;

static void
status_backup_free (gpointer data)
{
  BvStatusBackup *self = data;

  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self);
}

static void
show_age (BvStatusBackup *self)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *age = self->newest != 0 ? bv_backup_age_write (self->newest, now) : NULL;
  g_autofree char *text
    = age != NULL ? g_strdup_printf (_ ("Backed up %s"), age) : g_strdup (_ ("Not backed up yet"));

  bv_status_bar_set_backup (bv_window_get_status_bar (self->window), text,
                            bv_backup_age_is_high (self->newest, now));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BvWindow) window = data;
  BvStatusBackup *self = g_object_get_data (G_OBJECT (window), DATA);
  g_autoptr (BvBackupList) list = bv_backup_roll_read_finish (result, NULL);
  const BvBackupEntry *newest = list != NULL ? bv_backup_list_find_newest (list) : NULL;

  if (self == NULL || gtk_widget_in_destruction (GTK_WIDGET (window)))
    return;
  self->newest = newest != NULL ? newest->time : 0;
  show_age (self);
}

static void
read_list (BvStatusBackup *self)
{
  bv_backup_roll_read_async (bv_session_get_folder (bv_window_get_session (self->window)), FALSE, NULL,
                             read_cb, g_object_ref (self->window));
}

static gboolean
look_cb (gpointer data)
{
  BvStatusBackup *self = data;

  self->source = g_timeout_add_seconds (SECONDS_BETWEEN, look_cb, self);
  read_list (self);
  return G_SOURCE_REMOVE;
}

static void
backed_up_cb (BvWindow *window)
{
  read_list (g_object_get_data (G_OBJECT (window), DATA));
}

/**
 * bv_status_backup_attach:
 * @window: a window
 *
 * From now on its status bar says how old the last backup is.
 */
void
bv_status_backup_attach (BvWindow *window)
{
  BvStatusBackup *self = g_new0 (BvStatusBackup, 1);

  self->window = window;
  self->source = g_timeout_add_seconds (SECONDS_BEFORE, look_cb, self);
  g_object_set_data_full (G_OBJECT (window), DATA, self, status_backup_free);
  g_signal_connect_object (bv_window_get_session (window), "backed-up", G_CALLBACK (backed_up_cb), window,
                           G_CONNECT_SWAPPED);
}
