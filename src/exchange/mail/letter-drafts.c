/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mail/letter-drafts.h"

#include "exchange/mail/mail.h"
#include "print/paper-missing.h"
#include "print/pdf.h"
#include "store/failure.h"
#include "store/fence.h"
#include "store/file-name.h"
#include "store/file-system.h"
#include "store/journal.h"
#include "store/letters.h"
#include "store/proposals.h"
#include "store/shown-path.h"
#include "store/unfinished/intents.h"
#include "store/unfinished/register.h"
#include "store/unfinished/unfinished-file.h"
#include "store/unfinished/unfinished-name.h"
#include "store/whole-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Behind the letter's index: the name of a draft while it waits, and of the file whose place it takes. */
#define DRAFT ".eml"
#define KEPT "-before.eml"

/* While drafts are written, the next one is never so long in coming. */
#define LEFT_OVER_SECONDS 3600

/* Writes the drafts one after the other. */
typedef struct
{
  BvLetterDrafts *mailing;
  const BvLetterDraftsRequest *request;
  const BvMissing *missing;
  const char *work_folder; /* for the lists, while they are attached */
  const BvProgress *progress;
  BvFonts *fonts; /* of all lists */
} Drafting;

static const BvLetter *
get_letter (const BvLetterDrafts *mailing, guint index)
{
  return g_ptr_array_index (mailing->letters, index);
}

static char *
get_target (const BvLetterDrafts *mailing, guint index)
{
  return g_build_filename (mailing->reached, get_letter (mailing, index)->file, NULL);
}

static char *
get_staged (const BvLetterDrafts *mailing, guint index, const char *suffix)
{
  g_autofree char *name = g_strdup_printf ("%u%s", index, suffix);

  return g_build_filename (mailing->staging, name, NULL);
}

/* A link to nothing is somebody's too. */
static gboolean
is_there (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

static gboolean
refuse_target (const BvLetterDrafts *mailing, guint index, GError **error)
{
  g_autofree char *path = get_target (mailing, index);
  g_autofree char *shown = bv_shown_path_write (path);

  if (!is_there (path) || (mailing->replace && g_file_test (path, G_FILE_TEST_IS_REGULAR)))
    return FALSE;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST,
               _ ("%s is there already: choose another folder, or ask for it to be replaced"), shown);
  return TRUE;
}

static gboolean
check_targets (const BvLetterDrafts *mailing, BvLibrary *library, GError **error)
{
  const char *library_folder = bv_library_get_folder (library);

  /* The folder itself is fenced too: while it is not there, nothing says where what lies in it would be. */
  if (!bv_fence_check (library_folder, mailing->folder, error))
    return FALSE;
  for (guint i = 0; i < mailing->letters->len; i++)
    {
      g_autofree char *path = get_target (mailing, i);

      if (!bv_fence_check (library_folder, path, error) || refuse_target (mailing, i, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fail_folder (const BvLetterDrafts *mailing, GError **error)
{
  return bv_whole_file_refuse (mailing->folder, bv_failure_describe_code (errno), error);
}

static gboolean
is_left_over (const char *path)
{
  GStatBuf status;

  return !g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR)
         && g_stat (path, &status) == 0
         && g_get_real_time () / G_USEC_PER_SEC - (gint64) status.st_mtime > LEFT_OVER_SECONDS;
}

/* What was to be replaced stays: it may be the only one there is. */
static void
remove_drafts (const char *staging)
{
  g_autoptr (GDir) dir = g_dir_open (staging, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (staging, name, NULL);

      if (g_str_has_suffix (name, DRAFT) && !g_str_has_suffix (name, KEPT))
        g_unlink (path);
    }
  g_rmdir (staging);
}

/* What a run of another user or computer left behind that was killed: it holds personal data, and nobody
 * would look for it. One's own is known to the register. */
static void
remove_leftovers (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (bv_unfinished_name_fits (name, FALSE) && is_left_over (path))
        remove_drafts (path);
    }
}

static gboolean
make_folders (BvLetterDrafts *mailing, GError **error)
{
  if (!g_file_test (mailing->reached, G_FILE_TEST_EXISTS))
    bv_register_add (BV_REGISTER_FOLDER, mailing->reached);
  if (g_mkdir (mailing->reached, 0777) == 0)
    mailing->made_folder = TRUE;
  else if (errno != EEXIST)
    return fail_folder (mailing, error);
  else
    remove_leftovers (mailing->reached);
  mailing->staging = bv_unfinished_file_make_folder (mailing->reached);
  return mailing->staging != NULL || fail_folder (mailing, error);
}

/* The list of one unit, in the work folder. */
static char *
write_list (const Drafting *drafting, const BvLetter *letter, GError **error)
{
  const BvMissingUnit *owing = bv_missing_find (drafting->missing, letter->unit);
  g_autoptr (BvDocument) document = bv_paper_missing_new_of_unit (drafting->missing, owing);
  g_autofree char *path = g_build_filename (drafting->work_folder, "list.pdf", NULL);
  BvProgress part = { .cancellable = bv_progress_get_cancellable (drafting->progress) };

  if (!bv_pdf_write_scratch (document, drafting->fonts, path, &part, error))
    return NULL;
  return g_steal_pointer (&path);
}

static gboolean
write_mail (const Drafting *drafting, guint index, const char *list, GError **error)
{
  const BvLetter *letter = get_letter (drafting->mailing, index);
  const char *const *files = drafting->request->files;
  g_autoptr (BvMail) mail = bv_mail_new (letter->email, "", letter->subject, letter->body);
  g_autofree char *list_name = g_strdup_printf ("Hồ sơ còn thiếu - %s.pdf", letter->name);
  g_autofree char *path = get_staged (drafting->mailing, index, DRAFT);

  if (list != NULL)
    bv_mail_add_file (mail, list, list_name);
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    bv_mail_add_file (mail, files[i], NULL);
  if (bv_mail_write (mail, path, bv_progress_get_cancellable (drafting->progress), error))
    return TRUE;
  g_prefix_error (error, "%s (%s): ", letter->name, letter->unit);
  return FALSE;
}

static gboolean
write_draft (const Drafting *drafting, guint index, GError **error)
{
  g_autofree char *list = NULL;
  gboolean ok;

  if (bv_progress_is_cancelled (drafting->progress, error))
    return FALSE;
  if (drafting->request->with_list)
    {
      list = write_list (drafting, get_letter (drafting->mailing, index), error);
      if (list == NULL)
        return FALSE;
    }
  ok = write_mail (drafting, index, list, error);
  if (list != NULL)
    g_remove (list);
  return ok;
}

static gboolean
write_drafts (const Drafting *drafting, GError **error)
{
  guint n_letters = drafting->mailing->letters->len;

  for (guint i = 0; i < n_letters; i++)
    {
      if (!write_draft (drafting, i, error))
        return FALSE;
      bv_progress_tell (drafting->progress, (i + 1.0) / n_letters);
    }
  return TRUE;
}

static void
keep_letters_among (GPtrArray *letters, const char *const *units)
{
  for (guint i = letters->len; i > 0; i--)
    if (!g_strv_contains (units, ((BvLetter *) g_ptr_array_index (letters, i - 1))->unit))
      g_ptr_array_remove_index (letters, i - 1);
}

/* Lists hold personal data: they never lie outside of the library's own work folder. */
static gboolean
write_in_work_folder (Drafting *drafting, BvLibrary *library, GError **error)
{
  g_autofree char *folder = bv_library_make_temporary_folder (library, error);
  g_autoptr (BvFonts) fonts = bv_fonts_get ();
  gboolean ok;

  if (folder == NULL)
    return FALSE;
  drafting->work_folder = folder;
  drafting->fonts = fonts;
  ok = write_drafts (drafting, error);
  bv_library_remove_temporary_folder (folder);
  return ok;
}

/**
 * bv_letter_drafts_new:
 * @library: a library
 * @request: how the letters are wanted
 * @progress: (nullable): how far it is; given up means as if never begun
 * @error: return location for %BV_PAPER_ERROR of the unit, %BV_MAIL_ERROR of a unit's address or a file,
 *   %G_FILE_ERROR_EXIST where a file has the name of a letter and is not to be replaced, or what disk and
 *   library say
 *
 * Writes a mail draft to every unit that owes something. The drafts have their names only after
 * bv_letter_drafts_publish(). May run in a thread of its own, with a reader of its own.
 *
 * Returns: (transfer full) (nullable): the mailing, perhaps without a letter; %NULL with @error set, and
 * nothing left, on failure
 */
BvLetterDrafts *
bv_letter_drafts_new (BvLibrary *library,
                      const BvLetterDraftsRequest *request,
                      const BvProgress *progress,
                      GError **error)
{
  g_autoptr (BvLetterDrafts) mailing = g_new0 (BvLetterDrafts, 1);
  g_autoptr (BvProposal) proposal = NULL;
  g_autoptr (BvMissing) missing = NULL;
  Drafting drafting = { mailing, request, NULL, NULL, progress, NULL };

  mailing->campaign = request->campaign;
  mailing->folder = bv_file_system_show (request->folder);
  mailing->reached = bv_file_system_reach (request->folder, BV_FILE_NAME_MOST + 1);
  mailing->replace = request->replace;
  proposal = bv_proposals_read (library, request->campaign, request->date, error);
  if (proposal == NULL)
    return NULL;
  missing = bv_missing_new (proposal, NULL, NULL);
  mailing->letters
    = bv_unit_letters_compose (missing, request->unit, request->until, request->with_list, error);
  if (mailing->letters == NULL)
    return NULL;
  if (request->among != NULL)
    keep_letters_among (mailing->letters, request->among);
  drafting.missing = missing;
  if (mailing->letters->len > 0
      && (!check_targets (mailing, library, error) || !make_folders (mailing, error)
          || !write_in_work_folder (&drafting, library, error)))
    return NULL;
  return g_steal_pointer (&mailing);
}

/* Moves the file of the same name out of the way, to be put back or removed. */
static gboolean
keep_older (const BvLetterDrafts *mailing, guint index, GError **error)
{
  g_autofree char *target = get_target (mailing, index);
  g_autofree char *kept = get_staged (mailing, index, KEPT);

  if (refuse_target (mailing, index, error))
    return FALSE;
  if (!is_there (target) || g_rename (target, kept) == 0)
    return TRUE;
  return bv_whole_file_refuse_to_replace (target, errno, error);
}

static gboolean
place_draft (BvLetterDrafts *mailing, guint index, GError **error)
{
  g_autofree char *target = get_target (mailing, index);
  g_autofree char *draft = get_staged (mailing, index, DRAFT);

  if (!keep_older (mailing, index, error))
    return FALSE;
  return bv_whole_file_finish (draft, target, error);
}

static GPtrArray *
list_records (const BvLetterDrafts *mailing)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_letter_record_free);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; i < mailing->letters->len; i++)
    {
      const BvLetter *letter = get_letter (mailing, i);

      const BvLetterRecord record
        = { letter->unit, letter->name, now, letter->email, letter->subject, letter->n_items, letter->file };

      g_ptr_array_add (records, bv_letter_record_copy (&record));
    }
  return records;
}

/* The names come last: where the journal refuses, the folder is not touched. */
static gboolean
record_and_place (BvLibrary *library, gpointer data, GError **error)
{
  BvLetterDrafts *mailing = data;
  g_autoptr (GPtrArray) records = list_records (mailing);

  if (!bv_letters_record (library, mailing->campaign, records, error)
      || !bv_intents_mark_done (library, error))
    return FALSE;
  for (guint i = 0; i < mailing->letters->len; i++)
    if (!place_draft (mailing, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
begin_placing (BvLetterDrafts *mailing, BvLibrary *library, GError **error)
{
  guint n_letters = mailing->letters->len;
  g_autofree BvIntent *intents = g_new0 (BvIntent, n_letters);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_letters; i++)
    {
      char *draft = get_staged (mailing, i, DRAFT);
      char *target = get_target (mailing, i);
      char *kept = get_staged (mailing, i, KEPT);

      g_ptr_array_add (paths, draft);
      g_ptr_array_add (paths, target);
      g_ptr_array_add (paths, kept);
      intents[i] = (BvIntent){ draft, target, is_there (target) ? kept : NULL };
    }
  mailing->is_handed_over = bv_intents_begin (library, intents, n_letters, error);
  return mailing->is_handed_over;
}

/**
 * bv_letter_drafts_publish:
 * @mailing: a mailing that has no names yet
 * @library: its library, open for writing
 * @error: return location for a %BV_WHOLE_FILE_ERROR, %G_FILE_ERROR_EXIST or %BV_STORE_ERROR
 *
 * Notes in the journal who was written to, as one action, and gives the drafts their names: all or nothing.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_letter_drafts_publish (BvLetterDrafts *mailing, BvLibrary *library, GError **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (!mailing->is_handed_over, FALSE);

  if (mailing->letters->len == 0)
    return TRUE;
  if (!begin_placing (mailing, library, error))
    return FALSE;
  label = bv_letters_label (mailing->letters->len);
  mailing->is_placed = bv_journal_act (library, label, record_and_place, mailing, NULL, error);
  bv_intents_settle (library, NULL);
  return mailing->is_placed;
}

/**
 * bv_letter_drafts_free:
 * @mailing: (transfer full): a mailing; what was not published is gone
 */
void
bv_letter_drafts_free (BvLetterDrafts *mailing)
{
  /* Once they are handed over, what waits there may be somebody's older letter. */
  if (mailing->staging != NULL && !mailing->is_handed_over)
    bv_unfinished_file_discard (mailing->staging);
  if (mailing->made_folder && !mailing->is_placed)
    g_rmdir (mailing->reached);
  bv_register_remove (mailing->reached);
  g_clear_pointer (&mailing->letters, g_ptr_array_unref);
  g_free (mailing->staging);
  g_free (mailing->folder);
  g_free (mailing->reached);
  g_free (mailing);
}
