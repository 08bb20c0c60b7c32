/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/match/proof-match.h"

#include "core/intake/match/document-name.h"
#include "core/intake/match/proof-place.h"
#include "core/nominee.h"

#include <glib/gi18n-lib.h>

#define MOST_CANDIDATES 8

/* A document that is named. */
typedef struct
{
  BvProofDocument said;
  BvDocumentName *name;
  const char *nominee_unit; /* NULL: nobody knows */
} Named;

/* One of them that a file may be. */
typedef struct
{
  const Named *named;
  BvDocumentLikeness likeness;
} Fit;

struct _BvProofMatcher
{
  BvProofRules rules;
  GPtrArray *named; /* of Named */
};

static void
named_free (gpointer data)
{
  Named *named = data;

  bv_document_name_free (named->name);
  g_free (named);
}

/**
 * bv_proof_matcher_new:
 * @groups: (element-type BvGroup): of a campaign
 * @nominees: (element-type BvNominee): of it
 * @units: what finds its units; all of them must outlive what is returned
 *
 * Returns: (transfer full): what finds out what files prove; it knows no document yet
 */
BvProofMatcher *
bv_proof_matcher_new (const GPtrArray *groups, const GPtrArray *nominees, const BvUnitMatcher *units)
{
  BvProofMatcher *matcher = g_new (BvProofMatcher, 1);

  *matcher = (BvProofMatcher){ { groups, nominees, units }, g_ptr_array_new_with_free_func (named_free) };
  return matcher;
}

/**
 * bv_proof_matcher_free:
 * @matcher: (transfer full): a matcher
 */
void
bv_proof_matcher_free (BvProofMatcher *matcher)
{
  g_ptr_array_unref (matcher->named);
  g_free (matcher);
}

/**
 * bv_proof_matcher_add:
 * @matcher: a matcher
 * @document: a document that a form names; its texts must outlive @matcher
 */
void
bv_proof_matcher_add (BvProofMatcher *matcher, const BvProofDocument *document)
{
  const BvNominee *nominee = bv_record_find (matcher->rules.nominees, document->nominee);
  Named *named = g_new (Named, 1);

  *named
    = (Named){ *document, bv_document_name_new (document->name), nominee != NULL ? nominee->unit : NULL };
  g_ptr_array_add (matcher->named, named);
}

static BvProofMatch *
match_new (BvProofMatchState state, BvProofReason reason)
{
  BvProofMatch *match = g_new (BvProofMatch, 1);

  *match = (BvProofMatch){ state, reason, g_array_new (FALSE, FALSE, sizeof (BvProofTarget)) };
  return match;
}

static void
add_target (BvProofMatch *match, const Named *named)
{
  const BvProofTarget target = { &named->said, named->said.nominee, named->said.criterion };

  g_array_append_val (match->targets, target);
}

static BvProofMatch *
make_match (BvProofMatchState state, BvProofReason reason, const GArray *fits)
{
  BvProofMatch *match = match_new (state, reason);

  for (guint i = 0; i < fits->len; i++)
    if (state == BV_PROOF_MATCH_CERTAIN || i < MOST_CANDIDATES)
      add_target (match, g_array_index (fits, Fit, i).named);
  return match;
}

static GArray *
find_fits (const BvProofMatcher *matcher, const char *file)
{
  g_autoptr (BvDocumentName) name = bv_document_name_new_file (file);
  GArray *fits = g_array_new (FALSE, FALSE, sizeof (Fit));

  for (guint i = 0; i < matcher->named->len; i++)
    {
      const Named *named = g_ptr_array_index (matcher->named, i);
      const Fit fit = { named, bv_document_name_compare (named->name, name) };

      if (fit.likeness != BV_DOCUMENT_OTHER)
        g_array_append_val (fits, fit);
    }
  return fits;
}

/* The unit that says it, or the one that it is about: a district names what proves its communes' points. */
static gboolean
is_of (const Named *named, const char *unit)
{
  return g_strcmp0 (named->said.unit, unit) == 0 || g_strcmp0 (named->nominee_unit, unit) == 0;
}

/* Those of @fits that are as likely as the likeliest is, and of the unit; NULL: of any. */
static GArray *
choose_best (const GArray *fits, const char *unit)
{
  GArray *best = g_array_new (FALSE, FALSE, sizeof (Fit));
  BvDocumentLikeness most = BV_DOCUMENT_OTHER;

  for (guint i = 0; i < fits->len; i++)
    {
      const Fit *fit = &g_array_index (fits, Fit, i);

      if (fit->likeness < most || (unit != NULL && !is_of (fit->named, unit)))
        continue;
      if (fit->likeness > most)
        g_array_set_size (best, 0);
      most = fit->likeness;
      g_array_append_val (best, *fit);
    }
  return best;
}

static const Fit *
get_first (const GArray *fits)
{
  return &g_array_index (fits, Fit, 0);
}

static gboolean
is_certain (const GArray *best)
{
  return best->len > 0 && get_first (best)->likeness >= BV_DOCUMENT_NUMBER_PLAIN;
}

static gboolean
are_of_one_unit (const GArray *best)
{
  for (guint i = 1; i < best->len; i++)
    if (g_strcmp0 (g_array_index (best, Fit, i).named->said.unit, get_first (best)->named->said.unit) != 0)
      return FALSE;
  return TRUE;
}

/* Whether their numbers differ in marks, of which the file has none. */
static gboolean
are_alike (const GArray *best)
{
  if (get_first (best)->likeness != BV_DOCUMENT_NUMBER_PLAIN)
    return FALSE;
  for (guint i = 1; i < best->len; i++)
    if (!bv_document_name_has_number_of (g_array_index (best, Fit, i).named->name,
                                         get_first (best)->named->name))
      return TRUE;
  return FALSE;
}

static BvProofMatch *
judge_best (const GArray *best, gboolean has_unit)
{
  if (are_alike (best))
    return make_match (BV_PROOF_MATCH_ASKED, BV_PROOF_ALIKE, best);
  if (!has_unit && !are_of_one_unit (best))
    return make_match (BV_PROOF_MATCH_ASKED, BV_PROOF_SEVERAL, best);
  return make_match (BV_PROOF_MATCH_CERTAIN,
                     get_first (best)->likeness == BV_DOCUMENT_NAME ? BV_PROOF_BY_NAME : BV_PROOF_BY_NUMBER,
                     best);
}

/* What forms say of it; NULL: nothing for certain. */
static BvProofMatch *
find_named (const GArray *fits, const char *unit)
{
  g_autoptr (GArray) best = choose_best (fits, unit);

  return is_certain (best) ? judge_best (best, unit != NULL) : NULL;
}

/* What is merely alike, of the unit where there is some; NULL: nothing is. */
static BvProofMatch *
find_alike (const GArray *fits, const char *unit)
{
  g_autoptr (GArray) of_unit = choose_best (fits, unit);
  g_autoptr (GArray) of_any = choose_best (fits, NULL);
  const GArray *best = of_unit->len > 0 ? of_unit : of_any;

  if (best->len == 0)
    return NULL;
  if (best == of_any && unit != NULL)
    return make_match (BV_PROOF_MATCH_ASKED, BV_PROOF_OTHER_UNIT, best);
  return make_match (BV_PROOF_MATCH_ASKED,
                     get_first (best)->likeness == BV_DOCUMENT_NO_MARKS ? BV_PROOF_NO_MARKS : BV_PROOF_INSIDE,
                     best);
}

/* Folders that name a criterion beside a unit; NULL: they name none. */
static BvProofMatch *
find_by_folders (const BvProofMatcher *matcher, const char *unit, const char *const *folders)
{
  g_autoptr (GArray) places = bv_proof_place_list (&matcher->rules, unit, folders);
  g_autoptr (BvProofMatch) certain = match_new (BV_PROOF_MATCH_CERTAIN, BV_PROOF_BY_FOLDERS);
  g_autoptr (BvProofMatch) asked = match_new (BV_PROOF_MATCH_ASKED, BV_PROOF_CRITERION);

  for (guint i = 0; i < places->len; i++)
    {
      const BvProofPlace *place = &g_array_index (places, BvProofPlace, i);
      const BvProofTarget target = { NULL, place->nominee, place->criterion };

      if (place->is_certain)
        g_array_append_val (certain->targets, target);
      if (place->criterion != NULL)
        g_array_append_val (asked->targets, target);
    }
  if (certain->targets->len == 1)
    return g_steal_pointer (&certain);
  return asked->targets->len > 0 ? g_steal_pointer (&asked) : NULL;
}

static void
add_nominees (const BvProofMatcher *matcher, BvProofMatch *match, const GPtrArray *units, gboolean persons)
{
  for (guint i = 0; i < matcher->rules.nominees->len && match->targets->len < MOST_CANDIDATES; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (matcher->rules.nominees, i);
      const BvProofTarget target = { NULL, nominee->key, NULL };

      if ((nominee->person != NULL) == persons
          && g_ptr_array_find_with_equal_func ((GPtrArray *) units, nominee->unit, g_str_equal, NULL))
        g_array_append_val (match->targets, target);
    }
}

/* Those of them that are put forward, without a criterion; where none is, their persons. */
static void
add_units (const BvProofMatcher *matcher, BvProofMatch *match, const GPtrArray *units)
{
  add_nominees (matcher, match, units, FALSE);
  if (match->targets->len == 0)
    add_nominees (matcher, match, units, TRUE);
}

/* Of a unit nobody knows what it proves: one of the documents that it names, else any of its criteria. */
static BvProofMatch *
ask_unit (const BvProofMatcher *matcher, const char *unit)
{
  BvProofMatch *match = match_new (BV_PROOF_MATCH_ASKED, BV_PROOF_CRITERION);
  g_autoptr (GPtrArray) units = g_ptr_array_new ();

  for (guint i = 0; i < matcher->named->len && match->targets->len < MOST_CANDIDATES; i++)
    if (is_of (g_ptr_array_index (matcher->named, i), unit))
      add_target (match, g_ptr_array_index (matcher->named, i));
  g_ptr_array_add (units, (gpointer) unit);
  if (match->targets->len == 0)
    add_units (matcher, match, units);
  return match;
}

static BvProofMatch *
ask_which_unit (const BvProofMatcher *matcher, const GPtrArray *units)
{
  BvProofMatch *match = match_new (BV_PROOF_MATCH_ASKED, BV_PROOF_UNIT);

  add_units (matcher, match, units);
  return match;
}

/**
 * bv_proof_match_find:
 * @matcher: a matcher that knows all documents that are named
 * @file: a file
 *
 * A document that one form names for several criteria is one: the file proves all of these.
 *
 * Returns: (transfer full): what it proves, or may
 */
BvProofMatch *
bv_proof_match_find (const BvProofMatcher *matcher, const BvProofFile *file)
{
  g_autoptr (GPtrArray) maybe = g_ptr_array_new ();
  g_autoptr (GArray) fits = find_fits (matcher, file->name);
  guint n_outside;
  const char *of_folder = bv_proof_place_find_unit (&matcher->rules, file->folders, &n_outside, maybe);
  const char *unit = of_folder != NULL ? of_folder : file->unit;
  BvProofMatch *match = find_named (fits, unit);

  if (match == NULL && unit != NULL)
    match = find_by_folders (matcher, unit, file->folders + (of_folder != NULL ? n_outside : 0));
  if (match == NULL || (match->state != BV_PROOF_MATCH_CERTAIN && match->targets->len == 0))
    {
      g_clear_pointer (&match, bv_proof_match_free);
      match = find_alike (fits, unit);
    }
  if (match == NULL && unit != NULL)
    match = ask_unit (matcher, unit);
  if (match == NULL && maybe->len > 0)
    match = ask_which_unit (matcher, maybe);
  return match != NULL ? match : match_new (BV_PROOF_MATCH_NONE, BV_PROOF_UNNAMED);
}

/**
 * bv_proof_match_free:
 * @match: (transfer full): what was found
 */
void
bv_proof_match_free (BvProofMatch *match)
{
  g_array_unref (match->targets);
  g_free (match);
}

/**
 * bv_proof_match_reason_title:
 * @reason: a reason
 *
 * Returns: (transfer none): it in the user's language
 */
const char *
bv_proof_match_reason_title (BvProofReason reason)
{
  static const char *const titles[BV_N_PROOF_REASONS] = {
    [BV_PROOF_UNNAMED] = N_ ("no form and no folder says what it proves"),
    [BV_PROOF_BY_NAME] = N_ ("named in the form"),
    [BV_PROOF_BY_NUMBER] = N_ ("its number is named in the form"),
    [BV_PROOF_BY_FOLDERS] = N_ ("in the folder of unit and criterion"),
    [BV_PROOF_NO_MARKS] = N_ ("the form names it with other marks"),
    [BV_PROOF_INSIDE] = N_ ("the number stands within its name"),
    [BV_PROOF_OTHER_UNIT] = N_ ("another unit than that of its folder names it"),
    [BV_PROOF_SEVERAL] = N_ ("several units name such a document"),
    [BV_PROOF_ALIKE] = N_ ("several numbers are like its name"),
    [BV_PROOF_UNIT] = N_ ("its folder may be that of a unit"),
    [BV_PROOF_CRITERION] = N_ ("which criterion it proves is not certain"),
    [BV_PROOF_TWICE] = N_ ("another file may be the document, too"),
    [BV_PROOF_ANSWERED] = N_ ("as you answered"),
  };

  return _ (titles[reason]);
}
