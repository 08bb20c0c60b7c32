/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"
#include "core/nominee.h"
#include "exchange/interchange/interchange.h"
#include "store/campaigns.h"
#include "store/edit.h"
#include "store/journal.h"
#include "store/verify.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The writer that is killed (test_crash.py). A session is a script: what action N does follows from N and the
 * state that the actions before it have left, so a session that was killed goes on where it stopped, and
 * after action N the library says the same in every run.
 *
 *   crash-writer run FOLDER SCRATCH CAMPAIGN.json ACTIONS   "ok ACTION HASH" once an action has returned
 *   crash-writer check FOLDER                               "state ACTIONS HASH", "finding …" */

#define CAMPAIGN_KEY "moi-truong"

typedef struct
{
  BvLibrary *library;
  const char *scratch;
  const char *source;
  gint64 campaign;
  gint64 number; /* of the action that is due */
} Session;

typedef gboolean (*Step) (Session *session, GError **error);

static const char *const leaves[] = { "A.1", "A.2", "A.3.1", "A.3.2", "B", "D", "E" };
static const char *const fixed_nominees[] = { "xa-mot", "xa-hai" };

static gint64
count_actions (BvLibrary *library)
{
  g_autoptr (GPtrArray) last = bv_journal_list (library, 1, NULL);

  return last != NULL && last->len > 0 ? ((BvAction *) g_ptr_array_index (last, 0))->id : 0;
}

static gint64
find_nominee (Session *session, GError **error)
{
  return bv_edit_find (session->library, session->campaign, &bv_nominee_entity, session->campaign,
                       fixed_nominees[session->number % 2], error);
}

static const char *
choose_leaf (const Session *session)
{
  return leaves[session->number / 2 % G_N_ELEMENTS (leaves)];
}

/* Its evidence is in no vault. */
static gboolean
load (Session *session, GError **error)
{
  g_autoptr (BvCampaign) campaign = bv_interchange_read_file (session->source, NULL, error);

  if (campaign == NULL)
    return FALSE;
  for (guint i = 0; i < campaign->evidence->len; i++)
    g_clear_pointer (&((BvEvidence *) g_ptr_array_index (campaign->evidence, i))->sha256, g_free);
  return bv_campaigns_load (session->library, campaign, FALSE, error) > 0;
}

static gboolean
score (Session *session, GError **error)
{
  gint64 nominee = find_nominee (session, error);
  BvAssessment *assessment
    = bv_edit_read_assessment (session->library, session->campaign, nominee, choose_leaf (session), error);
  gboolean ok;

  if (assessment == NULL)
    return FALSE;
  assessment->verified = session->number * 7 % 500;
  g_free (assessment->note);
  assessment->note = g_strdup_printf ("Lần %" G_GINT64_FORMAT, session->number);
  ok = bv_edit_write_assessment (session->library, session->campaign, nominee, assessment, error);
  bv_record_free (assessment);
  return ok;
}

static gboolean
nominate (Session *session, GError **error)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_nominee_entity);
  BvNominee *nominee = (BvNominee *) record;

  g_free (nominee->key);
  nominee->key = g_strdup_printf ("moi-%" G_GINT64_FORMAT, session->number);
  g_free (nominee->group);
  nominee->group = g_strdup ("tap-the");
  g_free (nominee->unit);
  nominee->unit = g_strdup ("HUYEN");
  return bv_edit_add (session->library, session->campaign, session->campaign, record, error);
}

/* A document whose size and content follow from its number. */
static char *
write_document (const Session *session, gint64 number, GError **error)
{
  g_autofree char *name = g_strdup_printf ("tep-%" G_GINT64_FORMAT ".pdf", number);
  g_autofree char *path = g_build_filename (session->scratch, name, NULL);
  gsize size = 100 + number * 7919 % 200000;
  g_autofree char *content = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    content[i] = (char) ((i * 31 + number) % 251);
  memcpy (content, "%PDF-1.4\n", 9);
  return g_file_set_contents_full (path, content, size, G_FILE_SET_CONTENTS_NONE, 0600, error)
           ? g_steal_pointer (&path)
           : NULL;
}

static BvEvidence *
take_document (Session *session, gint64 number, GError **error)
{
  g_autofree char *path = write_document (session, number, error);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (BvVaultItem) item = NULL;
  BvEvidence *piece;

  if (file == NULL)
    return NULL;
  item = bv_vault_add (bv_library_get_folder (session->library), file, NULL, error);
  g_unlink (path);
  if (item == NULL)
    return NULL;
  piece = bv_record_new (&bv_evidence_entity);
  g_free (piece->file);
  piece->file = g_strdup (item->file);
  piece->sha256 = g_strdup (item->sha256);
  piece->bytes = item->bytes;
  return piece;
}

/* Two files, of which every third time one was attached before. */
static gboolean
attach (Session *session, GError **error)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (bv_record_free);
  const gint64 numbers[]
    = { session->number, session->number % 3 == 0 ? session->number % 60 : -session->number };
  gint64 nominee = find_nominee (session, error);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      BvEvidence *piece = take_document (session, ABS (numbers[i]) + (numbers[i] < 0 ? 1000 : 0), error);

      if (piece == NULL)
        return FALSE;
      g_ptr_array_add (pieces, piece);
    }
  return bv_edit_attach (session->library, session->campaign, nominee, choose_leaf (session), pieces, error);
}

/* The load stays. */
static gboolean
undo (Session *session, GError **error)
{
  g_autoptr (BvAction) last = bv_journal_peek_undo (session->library, NULL);

  return last != NULL && last->id > 1 ? bv_journal_undo (session->library, 0, NULL, error) > 0
                                      : score (session, error);
}

static gboolean
undo_older (Session *session, GError **error)
{
  gint64 action = MAX (2, session->number - 5);

  return bv_journal_undo (session->library, action, NULL, error) > 0;
}

static gboolean
redo (Session *session, GError **error)
{
  return bv_journal_redo (session->library, NULL, error) > 0;
}

static const Step steps[]
  = { score, attach, score, nominate, undo, redo, score, undo, attach, undo_older, score, undo };

/* What the script wants may be impossible (nothing to redo, a later edit in the way): then a score is given.
 */
static gboolean
run_step (Session *session, GError **error)
{
  g_autoptr (GError) local = NULL;
  Step step = steps[session->number % G_N_ELEMENTS (steps)];

  if (session->number == 1)
    return load (session, error);
  session->campaign = bv_campaigns_find (session->library, CAMPAIGN_KEY, error);
  if (session->campaign == 0)
    return FALSE;
  if (step (session, &local))
    return TRUE;
  if (g_error_matches (local, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT)
      || g_error_matches (local, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND))
    return score (session, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Of all that the campaign says; random keys of rows are not in it. */
static char *
hash_state (BvLibrary *library, GError **error)
{
  gint64 id = bv_campaigns_find (library, CAMPAIGN_KEY, NULL);
  g_autoptr (BvCampaign) whole = NULL;
  g_autofree char *dump = NULL;
  gsize length = 0;

  if (id == 0)
    return g_strdup ("-");
  whole = bv_campaigns_read (library, id, BV_CAMPAIGN_WHOLE, error);
  if (whole == NULL)
    return NULL;
  dump = bv_interchange_write (whole, &length);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) dump, length);
}

static gboolean
run (Session *session, gint64 n_actions, GError **error)
{
  for (session->number = count_actions (session->library) + 1; session->number <= n_actions;
       session->number++)
    {
      g_autofree char *hash = NULL;

      if (!run_step (session, error))
        return FALSE;
      printf ("done %" G_GINT64_FORMAT "\n", session->number);
      fflush (stdout);
      hash = hash_state (session->library, error);
      if (hash == NULL)
        return FALSE;
      printf ("ok %" G_GINT64_FORMAT " %s\n", count_actions (session->library), hash);
      fflush (stdout);
    }
  return TRUE;
}

static gboolean
check (BvLibrary *library, GError **error)
{
  g_autofree char *hash = hash_state (library, error);
  g_auto (GStrv) findings = hash != NULL ? bv_verify_library (library, error) : NULL;

  if (findings == NULL)
    return FALSE;
  printf ("state %" G_GINT64_FORMAT " %s\n", count_actions (library), hash);
  for (guint i = 0; findings[i] != NULL; i++)
    printf ("finding %s\n", findings[i]);
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLibrary) library = argc > 2 ? bv_library_open (argv[2], BV_LIBRARY_CREATE, &error) : NULL;
  gboolean ok = FALSE;

  if (library != NULL && argc == 6 && g_str_equal (argv[1], "run"))
    {
      Session session = { library, argv[3], argv[4], 0, 0 };

      ok = run (&session, g_ascii_strtoll (argv[5], NULL, 10), &error);
    }
  else if (library != NULL && argc == 3 && g_str_equal (argv[1], "check"))
    ok = check (library, &error);
  if (!ok)
    printf ("error %s\n", error != NULL ? error->message : "usage");
  return ok ? 0 : 1;
}
