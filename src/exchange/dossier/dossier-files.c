/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/dossier/dossier-files.h"

#include "core/assessment.h"
#include "core/text/date.h"
#include "core/text/text.h"
#include "exchange/export.h"
#include "store/file-name.h"
#include "store/vault.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define EVIDENCE_FOLDER "Minh chứng"
#define UNLINKED "Chưa gắn với tiêu chí"

/* In units of UTF-16. With the slashes between them and the folder above they come to 200: Windows knows 260,
 * with the folder that the dossier is unpacked to. */
#define GROUP_MOST 50
#define NOMINEE_MOST 60
#define NAME_MOST 77
#define CODES_MOST 30

#define REJECTED "Không chấp nhận"
#define REPORT "Báo cáo thành tích"

/* A document of one nominee, which may prove several leaves. */
typedef struct
{
  const BvEvidence *evidence;
  GString *codes;       /* of the leaves; what the document is where it proves none */
  gboolean is_rejected; /* whatever it was attached as */
} Proof;

/* The documents of one nominee, each once. */
typedef struct
{
  GPtrArray *list;        /* of Proof */
  GHashTable *by_content; /* the first BvEvidence of the same content → Proof */
} Proofs;

typedef struct
{
  GPtrArray *files;
  BvFileNames *names;
  const BvProposal *proposal;
  const char *library_folder;
  GHashTable *evidence; /* key → BvEvidence */
  GHashTable *contents; /* SHA-256 → the first BvEvidence that has it */
  GHashTable *linked;   /* of BvEvidence */
  GHashTable *missing;  /* of BvEvidence that are in @obstacles */
  GPtrArray *obstacles;
  char **group_folders;
} Gathering;

/**
 * bv_dossier_file_new:
 * @part: what it stands under in the index
 * @title: (transfer full): what the index calls it
 * @date: its date
 *
 * Returns: (transfer full): a document without a file
 */
BvDossierFile *
bv_dossier_file_new (const char *part, char *title, gint64 date)
{
  BvDossierFile *file = g_new0 (BvDossierFile, 1);

  file->part = g_strdup (part);
  file->title = title;
  file->date = date;
  file->bytes = BV_NONE;
  return file;
}

/**
 * bv_dossier_file_free:
 * @file: (transfer full): a document
 */
void
bv_dossier_file_free (BvDossierFile *file)
{
  g_free (file->part);
  g_free (file->title);
  g_free (file->path);
  g_free (file->source);
  g_free (file->sha256);
  g_free (file);
}

static void
proof_free (gpointer data)
{
  Proof *proof = data;

  g_string_free (proof->codes, TRUE);
  g_free (proof);
}

static void
proofs_init (Proofs *proofs)
{
  proofs->list = g_ptr_array_new_with_free_func (proof_free);
  proofs->by_content = g_hash_table_new (NULL, NULL);
}

static void
proofs_clear (Proofs *proofs)
{
  g_ptr_array_unref (proofs->list);
  g_hash_table_unref (proofs->by_content);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Proofs, proofs_clear)

static Proof *
begin_proof (Proofs *proofs, const BvEvidence *evidence, const BvEvidence *content, const char *code)
{
  Proof *proof = g_new0 (Proof, 1);

  proof->evidence = evidence;
  proof->codes = g_string_new (code);
  proof->is_rejected = TRUE;
  g_ptr_array_add (proofs->list, proof);
  g_hash_table_insert (proofs->by_content, (gpointer) content, proof);
  return proof;
}

static void
add_code (Proof *proof, const char *code)
{
  if (proof->codes->len + strlen (code) <= CODES_MOST)
    g_string_append_printf (proof->codes, ", %s", code);
  else if (!g_str_has_suffix (proof->codes->str, "…"))
    g_string_append (proof->codes, "…");
}

/* The same content is the same document, whatever it was attached as. */
static void
add_proof (const Gathering *self, Proofs *proofs, const BvEvidence *evidence, const char *code)
{
  const BvEvidence *content
    = evidence->sha256 != NULL ? g_hash_table_lookup (self->contents, evidence->sha256) : evidence;
  Proof *proof = g_hash_table_lookup (proofs->by_content, content);

  if (proof == NULL)
    proof = begin_proof (proofs, evidence, content, code);
  else if (code != NULL)
    add_code (proof, code);
  proof->is_rejected &= evidence->state == BV_EVIDENCE_REJECTED;
}

static void
link_proof (Gathering *self, Proofs *proofs, const char *key, const char *code)
{
  const BvEvidence *evidence = key != NULL ? g_hash_table_lookup (self->evidence, key) : NULL;

  if (evidence == NULL)
    return;
  g_hash_table_add (self->linked, (gpointer) evidence);
  add_proof (self, proofs, evidence, code);
}

/* The report of achievements stands before what proves single criteria. */
static void
find_proofs (Gathering *self, const BvNominee *nominee, Proofs *proofs)
{
  if (nominee->report != NULL)
    link_proof (self, proofs, nominee->report->evidence, REPORT);
  for (guint i = 0; i < nominee->assessments->len; i++)
    {
      const BvAssessment *assessment = g_ptr_array_index (nominee->assessments, i);

      for (guint k = 0; k < assessment->evidence->len; k++)
        {
          const BvEvidenceLink *link = g_ptr_array_index (assessment->evidence, k);

          link_proof (self, proofs, link->evidence, assessment->criterion);
        }
    }
}

static void
append (GString *text, const char *before, const char *what)
{
  if (bv_text_is_blank (what))
    return;
  if (text->len > 0)
    g_string_append (text, before);
  g_string_append (text, what);
}

/* "1.1 – 45/KH-SYT, ngày 01/07/2021: Kế hoạch … – Không chấp nhận" */
static char *
describe (const Proof *proof)
{
  const BvEvidence *evidence = proof->evidence;
  g_autofree char *issued = bv_date_to_vietnamese (evidence->issued);
  GString *text = g_string_new (proof->codes->str);

  append (text, " – ", evidence->number);
  append (text, bv_text_is_blank (evidence->number) ? " – " : ", ngày ", issued);
  append (text, ": ", evidence->title);
  if (bv_text_is_blank (evidence->number) && bv_text_is_blank (evidence->title))
    append (text, " – ", evidence->file);
  if (proof->is_rejected)
    append (text, " – ", REJECTED);
  return g_string_free (text, FALSE);
}

static void
cut_extension (char *name, const char *extension)
{
  char *dot = strrchr (name, '.');

  if (dot != NULL && g_ascii_strcasecmp (dot + 1, extension) == 0)
    *dot = '\0';
}

static char *
name_proof (Gathering *self, const Proof *proof, const char *folder)
{
  const BvEvidence *evidence = proof->evidence;
  const char *called = bv_text_is_blank (evidence->file) ? bv_evidence_name (evidence) : evidence->file;
  g_autofree char *extension = bv_file_name_get_extension (evidence->file);
  g_autofree char *stem = g_strdup (called);
  g_autofree char *name = NULL;
  g_autofree char *dotted = NULL;

  /* What is a document in the vault must not become a program by the name that it came with. */
  if (bv_file_name_is_program (evidence->file))
    g_clear_pointer (&extension, g_free);
  else if (called == evidence->file)
    cut_extension (stem, extension);
  dotted = extension == NULL ? g_strdup ("_") : g_strconcat (*extension != '\0' ? "." : "", extension, NULL);
  name = proof->codes->len > 0 ? g_strdup_printf ("%s – %s", proof->codes->str, stem) : g_strdup (stem);
  return bv_file_names_take (self->names, folder, name, dotted, NAME_MOST);
}

static void
add_obstacle (Gathering *self, const BvEvidence *evidence, const char *whose)
{
  if (g_hash_table_add (self->missing, (gpointer) evidence))
    g_ptr_array_add (
      self->obstacles,
      g_strdup_printf (_ ("%s: the file %s is not here. Attach it again, or take it from a backup."), whose,
                       evidence->file));
}

static gint64
find_date (Gathering *self, const BvEvidence *evidence)
{
  if (evidence->received != BV_NONE)
    return evidence->received;
  return evidence->issued != BV_NONE ? evidence->issued : self->proposal->contest->date;
}

static void
add_file (Gathering *self, const Proof *proof, const char *part, const char *whose, const char *folder)
{
  const BvEvidence *evidence = proof->evidence;
  BvDossierFile *file = bv_dossier_file_new (part, describe (proof), find_date (self, evidence));
  GStatBuf status;

  g_ptr_array_add (self->files, file);
  if (evidence->sha256 == NULL)
    return;
  file->source = bv_vault_get_path (self->library_folder, evidence->sha256, evidence->file);
  if (!bv_vault_has (self->library_folder, evidence->sha256, evidence->file)
      || g_stat (file->source, &status) != 0)
    {
      add_obstacle (self, evidence, whose);
      return;
    }
  file->sha256 = g_strdup (evidence->sha256);
  file->bytes = status.st_size;
  file->path = name_proof (self, proof, folder);
}

static const char *
get_group_folder (Gathering *self, guint group)
{
  const char *name = bv_contest_group (self->proposal->contest, group)->group->name;

  if (self->group_folders[group] == NULL)
    self->group_folders[group] = bv_file_names_take (self->names, EVIDENCE_FOLDER, name, "", GROUP_MOST);
  return self->group_folders[group];
}

static void
add_nominee (Gathering *self, guint index)
{
  const BvEntrant *entrant = bv_contest_entrant (self->proposal->contest, index);
  const char *group = bv_contest_group (self->proposal->contest, entrant->group)->group->name;
  g_auto (Proofs) proofs = { NULL };
  g_autofree char *folder = NULL;
  g_autofree char *part = NULL;

  proofs_init (&proofs);
  find_proofs (self, bv_proposal_get_nominee (self->proposal, index), &proofs);
  if (proofs.list->len == 0)
    return;
  folder = bv_file_names_take (self->names, get_group_folder (self, entrant->group), entrant->name, "",
                               NOMINEE_MOST);
  part = g_strdup_printf ("%s – %s – %s", EVIDENCE_FOLDER, group, entrant->name);
  for (guint i = 0; i < proofs.list->len; i++)
    add_file (self, g_ptr_array_index (proofs.list, i), part, entrant->name, folder);
}

static void
add_unlinked (Gathering *self)
{
  const GPtrArray *evidence = self->proposal->campaign->evidence;
  g_auto (Proofs) proofs = { NULL };
  g_autofree char *folder = NULL;

  proofs_init (&proofs);
  for (guint i = 0; i < evidence->len; i++)
    if (!g_hash_table_contains (self->linked, g_ptr_array_index (evidence, i)))
      add_proof (self, &proofs, g_ptr_array_index (evidence, i), NULL);
  if (proofs.list->len == 0)
    return;
  folder = bv_file_names_take (self->names, EVIDENCE_FOLDER, UNLINKED, "", GROUP_MOST);
  for (guint i = 0; i < proofs.list->len; i++)
    add_file (self, g_ptr_array_index (proofs.list, i), EVIDENCE_FOLDER " – " UNLINKED, UNLINKED, folder);
}

static void
gathering_init (Gathering *self)
{
  const GPtrArray *evidence = self->proposal->campaign->evidence;

  self->evidence = g_hash_table_new (g_str_hash, g_str_equal);
  self->contents = g_hash_table_new (g_str_hash, g_str_equal);
  self->linked = g_hash_table_new (NULL, NULL);
  self->missing = g_hash_table_new (NULL, NULL);
  self->obstacles = g_ptr_array_new_with_free_func (g_free);
  self->group_folders = g_new0 (char *, self->proposal->contest->groups->len + 1);
  for (guint i = 0; i < evidence->len; i++)
    {
      BvEvidence *piece = g_ptr_array_index (evidence, i);

      g_hash_table_insert (self->evidence, piece->key, piece);
      if (piece->sha256 != NULL && !g_hash_table_contains (self->contents, piece->sha256))
        g_hash_table_insert (self->contents, piece->sha256, piece);
    }
}

static void
gathering_clear (Gathering *self)
{
  g_hash_table_unref (self->evidence);
  g_hash_table_unref (self->contents);
  g_hash_table_unref (self->linked);
  g_hash_table_unref (self->missing);
  g_ptr_array_unref (self->obstacles);
  for (guint i = 0; i < self->proposal->contest->groups->len; i++)
    g_free (self->group_folders[i]);
  g_free (self->group_folders);
}

static gboolean
refuse_obstacles (Gathering *self, GError **error)
{
  g_autofree char *lines = NULL;

  g_ptr_array_add (self->obstacles, NULL);
  lines = g_strjoinv ("\n", (char **) self->obstacles->pdata);
  g_set_error_literal (error, BV_EXPORT_ERROR, BV_EXPORT_ERROR_OBSTACLES, lines);
  return FALSE;
}

/**
 * bv_dossier_files_add_evidence:
 * @files: (element-type BvDossierFile): the documents of a dossier, to which is added
 * @names: its names
 * @proposal: a proposal with its whole campaign
 * @library_folder: where the vault is
 * @error: return location for %BV_EXPORT_ERROR_OBSTACLES
 *
 * Adds every piece of evidence, as the sheet `Minh chứng` of the workbook has them: by nominee, once for each
 * nominee, its report of achievements first, then what proves nothing yet. A document of which the library
 * knows no file is added without one. Whether the files are what was attached is seen when they are read.
 * What was rejected is there too, and its title says so.
 *
 * Returns: %FALSE with @error set where files are not here: a dossier is whole or not at all
 */
gboolean
bv_dossier_files_add_evidence (GPtrArray *files,
                               BvFileNames *names,
                               const BvProposal *proposal,
                               const char *library_folder,
                               GError **error)
{
  Gathering self = { files, names, proposal, library_folder };
  gboolean ok;

  gathering_init (&self);
  for (guint i = 0; i < proposal->contest->entrants->len; i++)
    add_nominee (&self, i);
  add_unlinked (&self);
  ok = self.obstacles->len == 0 || refuse_obstacles (&self, error);
  gathering_clear (&self);
  return ok;
}
