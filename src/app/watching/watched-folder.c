/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/watching/watched-folder.h"

#include "exchange/container/container-name.h"

#include <glib/gi18n-lib.h>

#define FOLDER_KEY "watched-folder"
#define SINCE_KEY "watched-since"

#define ATTRIBUTES                                                                                          \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE      \
                                 "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN "," G_FILE_ATTRIBUTE_TIME_MODIFIED \
                                 "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC "," G_FILE_ATTRIBUTE_TIME_CHANGED  \
                                 "," G_FILE_ATTRIBUTE_TIME_CHANGED_USEC "," G_FILE_ATTRIBUTE_TIME_CREATED   \
                                 "," G_FILE_ATTRIBUTE_TIME_CREATED_USEC

/* A mail program that saves twenty attachments tells of each several times. */
#define MS_UNTIL_QUIET 500

/* A folder may hold years of mail: so many are shown, and the rest with the next. */
#define MOST_FILES 2000

/* The clock of a file system goes by ticks: a file may seem older than it is by one. */
#define TICK 20000

/**
 * BvWatchedFolder:
 *
 * The folder into which the user's mail program saves attachments, if the user names one, and the files that
 * came into it since somebody last looked. Nothing of them is read here. It is remembered with the settings
 * of the user.
 */
struct _BvWatchedFolder
{
  GObject parent_instance;
  GSettings *settings;
  GFile *folder; /* NULL: none is watched */
  GFileMonitor *monitor;
  GCancellable *cancellable; /* of what lists the files; NULL: nothing does */
  GPtrArray *files;          /* (element-type GFile) */
  char *fault;               /* why it cannot be listed; NULL: it can */
  gint64 listed;             /* up to when all are among them, in microseconds since 1970 */
  guint quiet_source;        /* 0: nothing has changed */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvWatchedFolder, bv_watched_folder, G_TYPE_OBJECT)

/* What is listed in a thread. */
typedef struct
{
  GFile *folder;
  gint64 since; /* microseconds since 1970 */
} Listing;

typedef struct
{
  GFile *file;
  gint64 coming;
} Found;

/* What was found: all that came up to a time. */
typedef struct
{
  GPtrArray *files;
  gint64 listed;
} Listed;

static void
listing_free (Listing *listing)
{
  g_object_unref (listing->folder);
  g_free (listing);
}

static void
found_clear (gpointer data)
{
  g_object_unref (((Found *) data)->file);
}

static void
listed_free (gpointer data)
{
  Listed *listed = data;

  g_clear_pointer (&listed->files, g_ptr_array_unref);
  g_free (listed);
}

static gint64
get_time (GFileInfo *info, const char *seconds, const char *microseconds)
{
  return (gint64) g_file_info_get_attribute_uint64 (info, seconds) * G_USEC_PER_SEC
         + g_file_info_get_attribute_uint32 (info, microseconds);
}

/* A file that is copied keeps the day on which it was written: when it came here, another time of it says. */
static gint64
find_coming (GFileInfo *info)
{
  gint64 modified = get_time (info, G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
  gint64 changed = get_time (info, G_FILE_ATTRIBUTE_TIME_CHANGED, G_FILE_ATTRIBUTE_TIME_CHANGED_USEC);
  gint64 created = get_time (info, G_FILE_ATTRIBUTE_TIME_CREATED, G_FILE_ATTRIBUTE_TIME_CREATED_USEC);

  return MAX (modified, MAX (changed, created));
}

/* What browsers and mail programs are still writing. */
static gboolean
is_unfinished (const char *name)
{
  static const char *const endings[] = { ".part", ".partial", ".crdownload", ".download", ".tmp", NULL };

  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_offered (GFileInfo *info)
{
  const char *name = g_file_info_get_name (info);

  return g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && !g_file_info_get_is_hidden (info)
         && g_file_info_get_size (info) > 0 && !is_unfinished (name) && g_utf8_validate (name, -1, NULL)
         && !bv_container_name_is_rubbish (name);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (g_file_peek_path (*(GFile *const *) a), g_file_peek_path (*(GFile *const *) b));
}

static int
compare_coming (gconstpointer a, gconstpointer b)
{
  const Found *first = a, *second = b;

  return (first->coming > second->coming) - (first->coming < second->coming);
}

/* Of too many the first that came: the rest is new when these were looked at. */
static Listed *
list_first (GArray *found, gint64 begun)
{
  Listed *listed = g_new (Listed, 1);
  guint n = MIN (found->len, MOST_FILES);

  g_array_sort (found, compare_coming);
  listed->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (listed->files, g_object_ref (g_array_index (found, Found, i).file));
  listed->listed = n < found->len ? g_array_index (found, Found, n - 1).coming : begun;
  g_ptr_array_sort (listed->files, compare_names);
  return listed;
}

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Listing *listing = data;
  gint64 begun = g_get_real_time () - TICK;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileEnumerator) all
    = g_file_enumerate_children (listing->folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &error);
  GFileInfo *info = NULL;
  GFile *file = NULL;

  g_array_set_clear_func (found, found_clear);
  while (all != NULL && g_file_enumerator_iterate (all, &info, &file, cancellable, &error) && info != NULL)
    if (is_offered (info) && find_coming (info) > listing->since)
      {
        const Found one = { g_object_ref (file), find_coming (info) };

        g_array_append_val (found, one);
      }
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, list_first (found, begun), listed_free);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BvWatchedFolder *self = BV_WATCHED_FOLDER (source);
  g_autoptr (GError) error = NULL;
  Listed *listed = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->fault, g_free);
  if (listed != NULL)
    {
      g_ptr_array_unref (self->files);
      self->files = g_steal_pointer (&listed->files);
      self->listed = listed->listed;
      listed_free (listed);
    }
  else
    {
      g_ptr_array_set_size (self->files, 0);
      self->fault = g_strdup (error->message);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
give_up (BvWatchedFolder *self)
{
  g_clear_handle_id (&self->quiet_source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
list (BvWatchedFolder *self)
{
  Listing *listing;
  g_autoptr (GTask) task = NULL;

  give_up (self);
  if (self->folder == NULL)
    return;
  listing = g_new (Listing, 1);
  *listing = (Listing){ g_object_ref (self->folder), g_settings_get_int64 (self->settings, SINCE_KEY) };
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, listed_cb, NULL);
  g_task_set_task_data (task, listing, (GDestroyNotify) listing_free);
  g_task_run_in_thread (task, list_thread);
}

static gboolean
quiet_cb (gpointer data)
{
  BvWatchedFolder *self = data;

  self->quiet_source = 0;
  list (self);
  return G_SOURCE_REMOVE;
}

static void
monitored_cb (BvWatchedFolder *self)
{
  g_clear_handle_id (&self->quiet_source, g_source_remove);
  self->quiet_source = g_timeout_add (MS_UNTIL_QUIET, quiet_cb, self);
}

/* A folder that cannot be watched, as on some network drives, is looked at when the program starts. */
static void
watch (BvWatchedFolder *self)
{
  g_clear_object (&self->monitor);
  g_ptr_array_set_size (self->files, 0);
  g_clear_pointer (&self->fault, g_free);
  if (self->folder != NULL)
    self->monitor = g_file_monitor_directory (self->folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (monitored_cb), self, G_CONNECT_SWAPPED);
  list (self);
}

static void
chosen_cb (BvWatchedFolder *self)
{
  g_autofree char *uri = g_settings_get_string (self->settings, FOLDER_KEY);

  g_clear_object (&self->folder);
  if (*uri != '\0')
    self->folder = g_file_new_for_uri (uri);
  watch (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
bv_watched_folder_dispose (GObject *object)
{
  BvWatchedFolder *self = BV_WATCHED_FOLDER (object);

  give_up (self);
  g_clear_object (&self->monitor);
  g_clear_object (&self->folder);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (bv_watched_folder_parent_class)->dispose (object);
}

static void
bv_watched_folder_finalize (GObject *object)
{
  BvWatchedFolder *self = BV_WATCHED_FOLDER (object);

  g_ptr_array_unref (self->files);
  g_free (self->fault);
  G_OBJECT_CLASS (bv_watched_folder_parent_class)->finalize (object);
}

static void
bv_watched_folder_class_init (BvWatchedFolderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_watched_folder_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_watched_folder_finalize;

  /**
   * BvWatchedFolder::changed:
   *
   * Another folder is watched, or other files are new in it.
   */
  signals[CHANGED] = g_signal_new ("changed", BV_TYPE_WATCHED_FOLDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
bv_watched_folder_init (BvWatchedFolder *self)
{
  self->settings = g_settings_new (BV_APP_ID);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_object (self->settings, "changed::" FOLDER_KEY, G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  chosen_cb (self);
}

/**
 * bv_watched_folder_new:
 *
 * Returns: (transfer full): the folder that the user's settings name
 */
BvWatchedFolder *
bv_watched_folder_new (void)
{
  return g_object_new (BV_TYPE_WATCHED_FOLDER, NULL);
}

/**
 * bv_watched_folder_get:
 * @watched: a watched folder
 *
 * Returns: (transfer none) (nullable): the folder; %NULL: none is watched
 */
GFile *
bv_watched_folder_get (BvWatchedFolder *watched)
{
  return watched->folder;
}

/**
 * bv_watched_folder_set:
 * @watched: a watched folder
 * @folder: (nullable): another one; %NULL: none
 *
 * What lies in it already is not new.
 */
void
bv_watched_folder_set (BvWatchedFolder *watched, GFile *folder)
{
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : g_strdup ("");

  g_settings_set_int64 (watched->settings, SINCE_KEY, g_get_real_time () - TICK);
  g_settings_set_string (watched->settings, FOLDER_KEY, uri);
}

/**
 * bv_watched_folder_get_files:
 * @watched: a watched folder
 *
 * Returns: (transfer none) (element-type GFile): the files that came since somebody last looked, by name
 */
GPtrArray *
bv_watched_folder_get_files (BvWatchedFolder *watched)
{
  return watched->files;
}

/**
 * bv_watched_folder_get_fault:
 * @watched: a watched folder
 *
 * Returns: (transfer none) (nullable): why its files cannot be listed
 */
const char *
bv_watched_folder_get_fault (BvWatchedFolder *watched)
{
  return watched->fault;
}

/**
 * bv_watched_folder_is_busy:
 * @watched: a watched folder
 *
 * Returns: whether its files are being listed, or are about to be
 */
gboolean
bv_watched_folder_is_busy (BvWatchedFolder *watched)
{
  return watched->cancellable != NULL || watched->quiet_source != 0;
}

/**
 * bv_watched_folder_take_files:
 * @watched: a watched folder
 *
 * Somebody has looked: what comes after these is new.
 *
 * Returns: (transfer full) (element-type GFile): the files that were new
 */
GPtrArray *
bv_watched_folder_take_files (BvWatchedFolder *watched)
{
  GPtrArray *files = watched->files;

  watched->files = g_ptr_array_new_with_free_func (g_object_unref);
  g_settings_set_int64 (watched->settings, SINCE_KEY, watched->listed);
  list (watched);
  g_signal_emit (watched, signals[CHANGED], 0);
  return files;
}
