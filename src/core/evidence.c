/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/evidence.h"

#include "core/text/date.h"
#include "core/text/text.h"

#include <glib/gi18n-lib.h>

#define BYTES_MAX (G_GINT64_CONSTANT (1) << 50)

const BvChoice bv_evidence_states[] = {
  { "pending", N_ ("Pending") },
  { "accepted", N_ ("Accepted") },
  { "rejected", N_ ("Rejected") },
  { NULL, NULL },
};

#define FIELD(member, name, type, title, ...) BV_FIELD (BvEvidence, member, name, type, title, ##__VA_ARGS__)

static const BvField fields[] = {
  FIELD (key, "key", TEXT, N_ ("Key"), .flags = BV_FIELD_REQUIRED | BV_FIELD_KEY | BV_FIELD_SLUG),
  FIELD (file, "file", TEXT, N_ ("File"), .flags = BV_FIELD_VERBATIM),
  FIELD (sha256, "sha256", TEXT, N_ ("SHA-256"), .flags = BV_FIELD_NULLABLE),
  FIELD (bytes, "bytes", INTEGER, N_ ("Size"), .flags = BV_FIELD_NULLABLE, .least = 0, .most = BYTES_MAX),
  FIELD (number, "number", TEXT, N_ ("Document number")),
  FIELD (issued, "issued", DATE, N_ ("Issued on"), .flags = BV_FIELD_NULLABLE),
  FIELD (issuer, "issuer", TEXT, N_ ("Issued by")),
  FIELD (title, "title", TEXT, N_ ("Title")),
  FIELD (received, "received", DATE, N_ ("Received on"), .flags = BV_FIELD_NULLABLE),
  FIELD (state, "state", CHOICE, N_ ("State"), .choices = bv_evidence_states),
};

const BvEntity bv_evidence_entity = BV_ENTITY ("evidence", "evidence", N_ ("Evidence"), BvEvidence, fields);

/**
 * bv_evidence_choose_name:
 * @number: the number of a document
 * @title: its title
 * @file: its file
 *
 * Returns: (transfer none): what people name the document by: its number, else its title, else its file
 */
const char *
bv_evidence_choose_name (const char *number, const char *title, const char *file)
{
  if (!bv_text_is_blank (number))
    return number;
  return !bv_text_is_blank (title) ? title : file;
}

/**
 * bv_evidence_name:
 * @evidence: a piece of evidence
 *
 * Returns: (transfer none): what people name the document by, see bv_evidence_choose_name()
 */
const char *
bv_evidence_name (const BvEvidence *evidence)
{
  return bv_evidence_choose_name (evidence->number, evidence->title, evidence->file);
}

/**
 * bv_evidence_write_reference:
 * @evidence: a piece of evidence
 *
 * Returns: (transfer full): how a paper refers to the document: `45/KH-SYT, 01/07/2021`
 */
char *
bv_evidence_write_reference (const BvEvidence *evidence)
{
  g_autofree char *date = bv_date_to_vietnamese (evidence->issued);

  return g_strconcat (bv_evidence_name (evidence), *date != '\0' ? ", " : "", date, NULL);
}
