/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/form-pack/form-pack.h"

#include "core/evidence.h"
#include "core/letterhead.h"
#include "exchange/file-names.h"
#include "exchange/form-pack/form-mail.h"
#include "exchange/form-pack/form-sheet.h"
#include "exchange/workbook/workbook-file.h"
#include "exchange/workbook/workbook-properties.h"
#include "store/campaigns.h"
#include "store/failure.h"
#include "store/fence.h"
#include "store/file-digest.h"
#include "store/file-name.h"
#include "store/file-system.h"
#include "store/journal.h"
#include "store/shown-path.h"
#include "store/unfinished/intents.h"
#include "store/unfinished/register.h"
#include "store/unfinished/unfinished-file.h"
#include "store/whole-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define EXTENSION ".xlsx"
#define MAIL_EXTENSION ".eml"
#define STEM "Biểu mẫu - "

/* Rows of a form beside its leaves, nearly: what its progress is measured with. */
#define USUAL_ROWS 64

G_DEFINE_QUARK (bv_form_pack_error, bv_form_pack_error)

/* Writes the forms one after the other. */
typedef struct
{
  BvFormPack *pack;
  const BvFormPackRequest *request;
  BvLibrary *library;
  BvCampaign *campaign;
  GPtrArray *plans;     /* of BvFormPlan, those of the files */
  GHashTable *evidence; /* key → BvEvidence */
  const BvProgress *progress;
} Writing;

/* What a workbook is filled with. */
typedef struct
{
  const BvFormPlan *plan;
  GHashTable *evidence;
} Content;

static void
file_free (gpointer data)
{
  BvFormFile *file = data;

  if (file->written != NULL)
    bv_unfinished_file_discard (file->written);
  g_free (file->unit);
  g_free (file->name);
  g_free (file->email);
  g_free (file->path);
  g_free (file->written);
  g_free (file->form);
  g_free (file);
}

static void
set_properties (BvBook *book, const BvFormPlan *plan)
{
  g_autofree char *title = g_strdup_printf ("Biểu mẫu: %s", plan->unit->name);

  bv_workbook_properties_set (book, &(BvWorkbookProperties){
                                      .title = title,
                                      .subject = plan->campaign->short_name,
                                      .author = bv_letterhead_organ (plan->campaign),
                                      .company = plan->campaign->issuer_parent,
                                    });
  bv_workbook_properties_add (book, "Application", "Bảng Vàng " BV_VERSION);
}

static void
fill (BvBook *book, gpointer data)
{
  static void (*const writers[]) (const BvForm *form, const BvFormSheet *asked) = {
    [BV_FORM_SELF] = bv_form_sheet_write_self,
    [BV_FORM_ASSESSED] = bv_form_sheet_write_assessed,
    [BV_FORM_PERSONS] = bv_form_sheet_write_persons,
  };
  const Content *content = data;
  const BvFormPlan *plan = content->plan;
  g_autoptr (BvFormIdentity) identity = bv_form_identity_new (plan);
  const BvForm form = { book, plan, identity, content->evidence };

  set_properties (book, plan);
  for (guint i = 0; i < plan->sheets->len; i++)
    {
      const BvFormSheet *asked = g_ptr_array_index (plan->sheets, i);

      writers[asked->kind](&form, asked);
    }
  bv_form_identity_write (identity, book);
}

static void
add_file (Writing *self, const BvFormPlan *plan, char *path)
{
  BvFormFile *file = g_new0 (BvFormFile, 1);

  file->unit = g_strdup (plan->unit->code);
  file->name = g_strdup (plan->unit->name);
  file->email = g_strdup (plan->unit->email);
  file->path = path;
  g_ptr_array_add (self->pack->files, file);
}

static void
name_files (Writing *self)
{
  g_autoptr (BvFileNames) names = bv_file_names_new ();
  g_autofree char *shown = bv_file_system_show (self->request->path);
  const char *extension = self->request->way == BV_HANDOUT_MAIL ? MAIL_EXTENSION : EXTENSION;

  if (self->request->unit != NULL)
    {
      add_file (self, g_ptr_array_index (self->plans, 0), g_strdup (shown));
      return;
    }
  for (guint i = 0; i < self->plans->len; i++)
    {
      const BvFormPlan *plan = g_ptr_array_index (self->plans, i);
      g_autofree char *stem = g_strconcat (STEM, plan->unit->name, NULL);
      g_autofree char *name
        = bv_file_names_take_marked (names, "", stem, plan->unit->code, extension, BV_FILE_NAME_MOST);

      add_file (self, plan, g_build_filename (shown, name, NULL));
    }
}

static gboolean
check_file (const Writing *self, const BvFormFile *file, GError **error)
{
  g_autofree char *reached = bv_file_system_reach (file->path, 1);
  g_autofree char *shown = bv_shown_path_write (file->path);

  if (!bv_fence_check (bv_library_get_folder (self->library), file->path, error))
    return FALSE;
  if (self->request->replace || !g_file_test (reached, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, BV_FORM_PACK_ERROR, BV_FORM_PACK_ERROR_EXISTS,
               _ ("%s is there already: choose another name, or ask for it to be replaced"), shown);
  return FALSE;
}

/* The folder of all forms; where it is made and nothing gets a name in it, it goes again. */
static gboolean
make_folder (Writing *self, GError **error)
{
  g_autofree char *reached = NULL;

  if (self->request->unit != NULL)
    return TRUE;
  if (!bv_fence_check (bv_library_get_folder (self->library), self->request->path, error))
    return FALSE;
  reached = bv_file_system_reach (self->request->path, BV_FILE_NAME_MOST + 1);
  if (g_file_test (reached, G_FILE_TEST_IS_DIR))
    return TRUE;
  bv_register_add (BV_REGISTER_FOLDER, reached);
  if (g_mkdir (reached, 0777) != 0)
    {
      const char *reason = bv_failure_describe_code (errno);

      bv_register_remove (reached);
      return bv_whole_file_refuse (self->request->path, reason, error);
    }
  self->pack->folder = g_steal_pointer (&reached);
  return TRUE;
}

/* The form gets its name in the work folder, and goes with the mail. */
static gboolean
write_mail (const Writing *self, guint index, const char *work_folder, GError **error)
{
  BvFormFile *file = g_ptr_array_index (self->pack->files, index);
  g_autofree char *form = g_build_filename (work_folder, "form" EXTENSION, NULL);
  g_autofree char *basename = g_path_get_basename (file->path);
  g_autofree char *stem = g_strndup (basename, strlen (basename) - strlen (MAIL_EXTENSION));
  g_autofree char *name = g_strconcat (stem, EXTENSION, NULL);
  char *draft;

  if (!bv_whole_file_finish (file->written, form, error))
    return FALSE;
  g_clear_pointer (&file->written, g_free);
  draft = bv_form_mail_write (g_ptr_array_index (self->plans, index), form, name, file->path,
                              bv_progress_get_cancellable (self->progress), error);
  g_unlink (form);
  file->written = draft;
  return draft != NULL;
}

static gboolean
write_form (const Writing *self, guint index, const char *work_folder, GError **error)
{
  BvFormFile *file = g_ptr_array_index (self->pack->files, index);
  Content filled = { g_ptr_array_index (self->plans, index), self->evidence };
  const BvWorkbookContent content = { NULL, USUAL_ROWS, fill, &filled };
  guint n_files = self->pack->files->len;
  BvProgress part = bv_progress_narrow (self->progress, (double) index / n_files, (index + 1.0) / n_files);

  g_autofree char *form = g_build_filename (work_folder, "form" EXTENSION, NULL);
  gboolean is_mail = self->request->way == BV_HANDOUT_MAIL;

  file->written
    = bv_workbook_file_write (&content, is_mail ? form : file->path, work_folder, &part, NULL, error);
  if (file->written == NULL)
    return FALSE;
  file->form = bv_file_digest_compute (file->written);
  return !is_mail || write_mail (self, index, work_folder, error);
}

static gboolean
write_forms (const Writing *self, GError **error)
{
  g_autofree char *folder = bv_library_make_temporary_folder (self->library, error);
  gboolean written = folder != NULL;

  for (guint i = 0; written && i < self->pack->files->len; i++)
    written = write_form (self, i, folder, error);
  if (folder != NULL)
    bv_library_remove_temporary_folder (folder);
  return written;
}

static gboolean
refuse_nobody (const char *unit, GError **error)
{
  if (unit != NULL)
    g_set_error (
      error, BV_FORM_PACK_ERROR, BV_FORM_PACK_ERROR_NOBODY,
      _ (
        "“%s” is asked for nothing in this campaign: it is not put forward, puts nobody forward and assesses nobody"),
      unit);
  else
    g_set_error_literal (error, BV_FORM_PACK_ERROR, BV_FORM_PACK_ERROR_NOBODY,
                         _ ("nobody is asked for anything yet: put units forward first"));
  return FALSE;
}

static gboolean
write_all (Writing *self, GError **error)
{
  for (guint i = 0; i < self->campaign->evidence->len; i++)
    {
      BvEvidence *evidence = g_ptr_array_index (self->campaign->evidence, i);

      g_hash_table_insert (self->evidence, evidence->key, evidence);
    }
  if (self->plans->len == 0)
    return refuse_nobody (self->request->unit, error);
  name_files (self);
  for (guint i = 0; i < self->pack->files->len; i++)
    if (!check_file (self, g_ptr_array_index (self->pack->files, i), error))
      return FALSE;
  return make_folder (self, error) && write_forms (self, error);
}

static void
keep_among (GPtrArray *plans, const char *const *units)
{
  for (guint i = plans->len; i > 0; i--)
    if (!g_strv_contains (units, ((const BvFormPlan *) g_ptr_array_index (plans, i - 1))->unit->code))
      g_ptr_array_remove_index (plans, i - 1);
}

/**
 * bv_form_pack_new:
 * @library: a library
 * @request: which forms are wanted
 * @progress: (nullable): how far it is; given up means as if never begun
 * @error: return location for a %BV_FORM_PACK_ERROR, or what disk and library say
 *
 * Writes the form of each unit: what it says of itself, the points that it gives, whom it puts forward, with
 * what is known of that already. May run in a thread of its own, with a reader of its own.
 *
 * Returns: (transfer full) (nullable): the forms, which have their names only after bv_form_pack_publish();
 * %NULL with @error set, and nothing left, on failure
 */
BvFormPack *
bv_form_pack_new (BvLibrary *library,
                  const BvFormPackRequest *request,
                  const BvProgress *progress,
                  GError **error)
{
  g_autoptr (BvFormPack) pack = g_new0 (BvFormPack, 1);
  g_autoptr (BvCampaign) campaign = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GHashTable) evidence = g_hash_table_new (g_str_hash, g_str_equal);

  pack->campaign = request->campaign;
  pack->way = request->way;
  pack->files = g_ptr_array_new_with_free_func (file_free);
  campaign = bv_campaigns_read (library, request->campaign, BV_CAMPAIGN_WHOLE, error);
  if (campaign == NULL)
    return NULL;
  plans = bv_form_plan_list (campaign, request->unit);
  if (request->among != NULL)
    keep_among (plans, request->among);
  if (!write_all (&(Writing){ pack, request, library, campaign, plans, evidence, progress }, error))
    return NULL;
  return g_steal_pointer (&pack);
}

static gboolean
record (const BvFormPack *pack, BvLibrary *library, GError **error)
{
  g_autoptr (GPtrArray) handouts = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_handout_free);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; i < pack->files->len; i++)
    {
      const BvFormFile *file = g_ptr_array_index (pack->files, i);
      g_autofree char *name = g_path_get_basename (file->path);
      const BvHandout handout = { file->unit,
                                  file->name,
                                  now,
                                  pack->way,
                                  pack->way == BV_HANDOUT_MAIL ? file->email : (char *) "",
                                  name,
                                  file->form != NULL ? file->form : (char *) "" };

      g_ptr_array_add (handouts, bv_handout_copy (&handout));
    }
  return bv_handouts_record (library, pack->campaign, handouts, error);
}

/* The names come last: where the journal refuses, the folder is not touched. */
static gboolean
record_and_name (BvLibrary *library, gpointer data, GError **error)
{
  BvFormPack *pack = data;

  if (!record (pack, library, error) || !bv_intents_mark_done (library, error))
    return FALSE;
  for (guint i = 0; i < pack->files->len; i++)
    {
      BvFormFile *file = g_ptr_array_index (pack->files, i);

      if (!bv_whole_file_finish (file->written, file->path, error))
        return FALSE;
    }
  return TRUE;
}

/* A copy of each file that is to be replaced, at the place of the form; those of none are %NULL. */
static gboolean
keep_older (const BvFormPack *pack, GPtrArray *kept, GError **error)
{
  for (guint i = 0; i < pack->files->len; i++)
    {
      const BvFormFile *file = g_ptr_array_index (pack->files, i);
      char *copy;

      if (!bv_whole_file_keep (file->path, &copy, error))
        return FALSE;
      g_ptr_array_add (kept, copy);
    }
  return TRUE;
}

static gboolean
begin (const BvFormPack *pack, BvLibrary *library, const GPtrArray *kept, GError **error)
{
  g_autofree BvIntent *intents = g_new0 (BvIntent, pack->files->len);

  for (guint i = 0; i < pack->files->len; i++)
    {
      const BvFormFile *file = g_ptr_array_index (pack->files, i);

      intents[i] = (BvIntent){ file->written, file->path, g_ptr_array_index (kept, i) };
    }
  return bv_intents_begin (library, intents, pack->files->len, error);
}

static void
discard (const GPtrArray *kept)
{
  for (guint i = 0; i < kept->len; i++)
    if (g_ptr_array_index (kept, i) != NULL)
      bv_unfinished_file_discard (g_ptr_array_index (kept, i));
}

/* The forms have their names, and so has the folder. */
static void
let_go (BvFormPack *pack)
{
  for (guint i = 0; i < pack->files->len; i++)
    {
      BvFormFile *file = g_ptr_array_index (pack->files, i);

      g_clear_pointer (&file->written, g_free);
    }
  if (pack->folder != NULL)
    bv_register_remove (pack->folder);
  g_clear_pointer (&pack->folder, g_free);
}

/**
 * bv_form_pack_publish:
 * @pack: forms without names
 * @library: their library, open for writing
 * @error: return location for a %BV_WHOLE_FILE_ERROR or %BV_STORE_ERROR
 *
 * Notes who gets a form, as one action, and gives the forms their names: all or nothing, also where the
 * process is killed meanwhile.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_form_pack_publish (BvFormPack *pack, BvLibrary *library, GError **error)
{
  g_autofree char *label = bv_handouts_label (pack->files->len);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  gboolean ok;

  if (!keep_older (pack, kept, error) || !begin (pack, library, kept, error))
    {
      discard (kept);
      return FALSE;
    }
  ok = bv_journal_act (library, label, record_and_name, pack, NULL, error);
  bv_intents_settle (library, NULL);
  if (ok)
    let_go (pack);
  return ok;
}

/**
 * bv_form_pack_free:
 * @pack: (transfer full): forms; those without a name are gone
 */
void
bv_form_pack_free (BvFormPack *pack)
{
  g_ptr_array_unref (pack->files);
  if (pack->folder != NULL)
    {
      g_rmdir (pack->folder);
      bv_register_remove (pack->folder);
    }
  g_free (pack->folder);
  g_free (pack);
}
