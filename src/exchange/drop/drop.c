/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/drop/drop.h"

#include "exchange/container/container-error.h"
#include "exchange/container/container-kind.h"
#include "exchange/container/container-limits.h"
#include "exchange/container/container-name.h"
#include "exchange/drop/drop-unpacked.h"
#include "store/file-system.h"
#include "store/file-tree.h"
#include "store/unfinished/unfinished-name.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

struct _BvDrop
{
  BvLibrary *library;
  GPtrArray *items; /* of BvDropItem */
  BvContainerBudget budget;
  char *scratch; /* where containers are unpacked; NULL: none was */
  guint n_unpacked;
  guint n_left_out;
  guint n_handed;
};

/* A file or folder that is looked at. */
typedef struct
{
  const char *path;
  const BvIntakeOrigin *origin;
  guint depth; /* containers, or folders, that it is in */
} Found;

static void
item_free (gpointer data)
{
  BvDropItem *item = data;

  g_free (item->path);
  bv_intake_origin_free (item->origin);
  g_clear_error (&item->failure);
  g_free (item);
}

/**
 * bv_drop_new:
 * @library: the library into which it is taken; it has to outlive the drop
 *
 * What is unpacked holds personal data, so it lies where the work files of the library do.
 *
 * Returns: (transfer full): nothing yet
 */
BvDrop *
bv_drop_new (BvLibrary *library)
{
  BvDrop *drop = g_new0 (BvDrop, 1);

  drop->library = library;
  drop->items = g_ptr_array_new_with_free_func (item_free);
  drop->budget = bv_container_budget_of_drop ();
  return drop;
}

/**
 * bv_drop_free:
 * @drop: (transfer full): a drop
 *
 * What was unpacked goes with it.
 */
void
bv_drop_free (BvDrop *drop)
{
  if (drop->scratch != NULL)
    bv_library_remove_temporary_folder (drop->scratch);
  g_free (drop->scratch);
  g_ptr_array_unref (drop->items);
  g_free (drop);
}

/* @failure: (transfer full) (nullable) */
static gboolean
add_item (BvDrop *drop, const Found *found, GError *failure)
{
  BvDropItem *item = g_new (BvDropItem, 1);

  *item = (BvDropItem){ g_strdup (found->path), bv_intake_origin_copy (found->origin), failure };
  g_ptr_array_add (drop->items, item);
  return TRUE;
}

static gboolean
refuse_item (BvDrop *drop, const Found *found, BvContainerError code)
{
  GError *failure = NULL;

  bv_container_refuse (code, &failure);
  return add_item (drop, found, failure);
}

/* A folder in the scratch folder that nothing has its name of. */
static char *
make_folder (BvDrop *drop, GError **error)
{
  g_autofree char *number = NULL;
  g_autofree char *folder = NULL;

  if (drop->scratch == NULL)
    drop->scratch = bv_library_make_temporary_folder (drop->library, error);
  if (drop->scratch == NULL)
    return NULL;
  number = g_strdup_printf ("%u", ++drop->n_unpacked);
  folder = g_build_filename (drop->scratch, number, NULL);
  if (g_mkdir (folder, 0700) == 0)
    return g_steal_pointer (&folder);
  bv_drop_fail_writing (folder, errno, error);
  return NULL;
}

static gboolean add_file (BvDrop *drop, const Found *found, GCancellable *cancellable, GError **error);

static gboolean
add_unpacked (BvDrop *drop,
              const Found *container,
              const BvDropUnpacked *unpacked,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *shown = bv_file_system_show (container->path);

  drop->n_left_out += unpacked->n_left_out;
  for (guint i = 0; i < unpacked->files->len; i++)
    {
      const BvDropFile *file = g_ptr_array_index (unpacked->files, i);
      g_autoptr (BvIntakeOrigin) origin = bv_intake_origin_make_inner (container->origin, shown, file->inner);

      if (unpacked->sender != NULL || unpacked->sent != NULL)
        {
          g_free (origin->sender);
          g_free (origin->sent);
          origin->sender = g_strdup (unpacked->sender);
          origin->sent = g_strdup (unpacked->sent);
        }
      if (!add_file (drop, &(Found){ file->path, origin, container->depth + 1 }, cancellable, error))
        return FALSE;
    }
  /* All of it is here now. */
  if (container->depth > 0)
    g_unlink (container->path);
  return TRUE;
}

static gboolean
add_container (BvDrop *drop, const Found *found, GCancellable *cancellable, GError **error)
{
  g_autoptr (BvDropUnpacked) unpacked = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *folder = NULL;

  if (found->depth == BV_CONTAINER_DEEPEST)
    return refuse_item (drop, found, BV_CONTAINER_ERROR_DEEP);
  folder = make_folder (drop, error);
  if (folder == NULL)
    return FALSE;
  unpacked = bv_drop_unpack (found->path, folder, &drop->budget, cancellable, &failure);
  if (unpacked != NULL)
    return add_unpacked (drop, found, unpacked, cancellable, error);
  bv_file_tree_remove (folder, NULL);
  if (failure->domain == BV_CONTAINER_ERROR)
    return add_item (drop, found, g_steal_pointer (&failure));
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
add_file (BvDrop *drop, const Found *found, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return bv_container_kind_find (found->path) == BV_CONTAINER_NONE
           ? add_item (drop, found, NULL)
           : add_container (drop, found, cancellable, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_names (const char *folder)
{
  g_autofree char *reached = bv_file_system_reach (folder, 1);
  g_autoptr (GDir) dir = g_dir_open (reached, 0, NULL);
  GPtrArray *names = dir != NULL ? g_ptr_array_new_with_free_func (g_free) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  if (names != NULL)
    g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean add_folder (BvDrop *drop, const Found *found, GCancellable *cancellable, GError **error);

/* Links are not followed: they lead out of what was handed over, or round in it. */
static gboolean
is_left_out (const char *reached, const char *name, gboolean is_folder)
{
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *path = g_strconcat (shown, is_folder ? "/." : "", NULL);

  return g_file_test (reached, G_FILE_TEST_IS_SYMLINK) || bv_container_name_is_rubbish (path)
         || bv_unfinished_name_fits (shown, TRUE);
}

static gboolean
add_child (BvDrop *drop, const Found *folder, const char *name, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);
  g_autofree char *reached = bv_file_system_reach (path, 1);
  gboolean is_folder = g_file_test (reached, G_FILE_TEST_IS_DIR);
  const Found child = { path, folder->origin, is_folder ? folder->depth + 1 : 0 };

  if (!bv_container_budget_take_entry (&drop->budget, error))
    return FALSE;
  if (is_left_out (reached, name, is_folder))
    {
      drop->n_left_out++;
      return TRUE;
    }
  return is_folder ? add_folder (drop, &child, cancellable, error)
                   : add_file (drop, &child, cancellable, error);
}

static gboolean
add_folder (BvDrop *drop, const Found *found, GCancellable *cancellable, GError **error)
{
  g_autoptr (BvIntakeOrigin) origin = bv_intake_origin_copy (found->origin);
  g_autofree char *name = g_path_get_basename (found->path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GPtrArray) names = NULL;

  if (found->depth == BV_CONTAINER_DEEPEST_FOLDER)
    return refuse_item (drop, found, BV_CONTAINER_ERROR_DEEP);
  names = list_names (found->path);
  if (names == NULL)
    return refuse_item (drop, found, BV_CONTAINER_ERROR_ABSENT);
  bv_intake_origin_enter (origin, shown);
  for (guint i = 0; i < names->len; i++)
    if (!add_child (drop, &(Found){ found->path, origin, found->depth }, g_ptr_array_index (names, i),
                    cancellable, error))
      return FALSE;
  return TRUE;
}

/**
 * bv_drop_add:
 * @drop: a drop
 * @path: a file or folder that was handed over
 * @cancellable: (nullable): to give up
 * @error: return location for %BV_CONTAINER_ERROR_BOMB where folders hold more files than a drop has,
 *   %BV_STORE_ERROR_FILE where nothing can be unpacked for want of room, or a #GIOErrorEnum
 *
 * Finds all files in it. An archive or mail that cannot be unpacked is one of them, and says why. It takes as
 * long as unpacking does, so it is for a thread that may wait.
 *
 * Returns: whether it goes on
 */
gboolean
bv_drop_add (BvDrop *drop, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (BvIntakeOrigin) origin = bv_intake_origin_new (drop->n_handed++);
  g_autofree char *reached = bv_file_system_reach (path, 1);
  const Found found = { path, origin, 0 };
  guint n_items = drop->items->len;

  if (!g_file_test (reached, G_FILE_TEST_IS_DIR))
    return add_file (drop, &found, cancellable, error);
  if (!add_folder (drop, &found, cancellable, error))
    return FALSE;
  return drop->items->len > n_items || refuse_item (drop, &found, BV_CONTAINER_ERROR_EMPTY);
}

/**
 * bv_drop_get_items:
 * @drop: a drop
 *
 * Returns: (transfer none) (element-type BvDropItem): the files that were found, in the order of what was
 *   handed over, and of names
 */
const GPtrArray *
bv_drop_get_items (const BvDrop *drop)
{
  return drop->items;
}

/**
 * bv_drop_count_left_out:
 * @drop: a drop
 *
 * Returns: how many files were passed over: links, and what systems and programs leave in folders
 */
guint
bv_drop_count_left_out (const BvDrop *drop)
{
  return drop->n_left_out;
}
