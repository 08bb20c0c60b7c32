/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/drop/drop-unpacked.h"

#include "exchange/apart/container-process.h"
#include "exchange/container/container-error.h"
#include "exchange/container/container-name.h"
#include "store/error.h"
#include "store/failure.h"
#include "store/file-name.h"
#include "store/file-system.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

/* While a container is unpacked. */
typedef struct
{
  BvDropUnpacked *unpacked;
  const char *folder;
  BvContainerBudget *budget;
  FILE *stream; /* the file that is written; NULL: none is */
} Unpacking;

static void
file_free (gpointer data)
{
  BvDropFile *file = data;

  g_free (file->path);
  g_free (file->inner);
  g_free (file);
}

/**
 * bv_drop_fail_writing:
 * @folder: a folder
 * @code: errno
 * @error: return location for %BV_STORE_ERROR_FILE
 *
 * Returns: %FALSE
 */
gboolean
bv_drop_fail_writing (const char *folder, int code, GError **error)
{
  const char *why = bv_failure_describe_code (code);
  g_autofree char *room = bv_failure_describe_room (why, folder);
  g_autofree char *shown = bv_file_system_show (folder);

  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
    _ ("%s: what was unpacked cannot be written here: %s%s. Free some space on the disk, and try again"),
    shown, why, room);
  return FALSE;
}

static gboolean
take_mail (gpointer data, const char *sender, const char *sent, GError **error)
{
  BvDropUnpacked *unpacked = ((Unpacking *) data)->unpacked;

  g_free (unpacked->sender);
  g_free (unpacked->sent);
  unpacked->sender = g_strdup (sender);
  unpacked->sent = g_strdup (sent);
  return TRUE;
}

/* Each file has a folder of its own, with a number: only its name is that of the container, and safe. */
static char *
make_place (const Unpacking *self, const char *inner)
{
  g_autofree char *number = g_strdup_printf ("%u", self->unpacked->files->len);
  g_autofree char *folder = g_build_filename (self->folder, number, NULL);
  g_autofree char *name = bv_file_name_make_safe (inner);

  return g_mkdir (folder, 0700) == 0 ? g_build_filename (folder, name, NULL) : NULL;
}

/* Who unpacks may have been taken over by what it unpacks. */
static gboolean
take_begin (gpointer data, const char *path, GError **error)
{
  Unpacking *self = data;
  g_autofree char *inner = bv_container_name_make_path (path);
  BvDropFile *file;

  if (inner == NULL || self->stream != NULL)
    return bv_container_refuse (BV_CONTAINER_ERROR_HOSTILE, error);
  if (!bv_container_budget_take_entry (self->budget, error))
    return FALSE;
  file = g_new0 (BvDropFile, 1);
  file->path = make_place (self, inner);
  file->inner = g_steal_pointer (&inner);
  g_ptr_array_add (self->unpacked->files, file);
  self->stream = file->path != NULL ? g_fopen (file->path, "wb") : NULL;
  return self->stream != NULL || bv_drop_fail_writing (self->folder, errno, error);
}

static gboolean
take_bytes (gpointer data, const guint8 *bytes, gsize length, GError **error)
{
  Unpacking *self = data;

  if (!bv_container_budget_take_bytes (self->budget, length, error))
    return FALSE;
  return fwrite (bytes, 1, length, self->stream) == length
         || bv_drop_fail_writing (self->folder, errno, error);
}

static gboolean
take_end (gpointer data, GError **error)
{
  Unpacking *self = data;

  return fclose (g_steal_pointer (&self->stream)) == 0 || bv_drop_fail_writing (self->folder, errno, error);
}

static gboolean
leave_out (gpointer data, GError **error)
{
  ((Unpacking *) data)->unpacked->n_left_out++;
  return TRUE;
}

/**
 * bv_drop_unpack:
 * @path: an archive or mail
 * @folder: an empty folder, in which its files get their places
 * @budget: what may still be unpacked of the drop
 * @cancellable: (nullable): to give up
 * @error: return location for a %BV_CONTAINER_ERROR, %BV_STORE_ERROR_FILE or a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): all that it held; %NULL: @folder has something or nothing of it
 */
BvDropUnpacked *
bv_drop_unpack (const char *path,
                const char *folder,
                BvContainerBudget *budget,
                GCancellable *cancellable,
                GError **error)
{
  static const BvContainerSink sink = { take_mail, take_begin, take_bytes, take_end, leave_out };
  g_autoptr (BvDropUnpacked) unpacked = g_new0 (BvDropUnpacked, 1);
  Unpacking self = { unpacked, folder, budget, NULL };
  gboolean whole;

  unpacked->files = g_ptr_array_new_with_free_func (file_free);
  whole = bv_container_process_read (path, &sink, &self, cancellable, error);
  if (self.stream != NULL)
    fclose (self.stream);
  return whole ? g_steal_pointer (&unpacked) : NULL;
}

/**
 * bv_drop_unpacked_free:
 * @unpacked: (transfer full): what a container held
 */
void
bv_drop_unpacked_free (BvDropUnpacked *unpacked)
{
  g_ptr_array_unref (unpacked->files);
  g_free (unpacked->sender);
  g_free (unpacked->sent);
  g_free (unpacked);
}
