/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/verbs.h"

#include <glib/gi18n-lib.h>

#define SET(name) BV_OPTION_SET (name)
#define MANY G_MAXUINT

static const BvVerb verbs[] = {
  { "init", "[--template NAME | --from KEY] [--units NAME] [--starts D] [--ends D] [--title T]",
    N_ ("Make a campaign of a template with its units, and the library; or of one that is there"),
    bv_verb_init, SET (TEMPLATE) | SET (FROM) | SET (UNITS) | SET (STARTS) | SET (ENDS) | SET (TITLE), 0, 0,
    MANY, BV_ALWAYS },
  { "templates", "[--save NAME | --load FILE.json | --drop NAME | -o FILE.json]",
    N_ ("List the templates of campaigns, keep one in the library, or write one as a file"),
    bv_verb_templates, SET (SAVE) | SET (LOAD) | SET (DROP) | SET (OUTPUT), 0, 0, MANY,
    SET (SAVE) | SET (LOAD) | SET (DROP) | SET (OUTPUT) },
  { "demo", "[--template NAME]", N_ ("The same, filled with a made-up demonstration"), bv_verb_demo,
    SET (TEMPLATE), 0, 0, MANY, BV_ALWAYS },
  { "load", "[--replace] FILE.json", N_ ("Take in a whole campaign"), bv_verb_load, SET (REPLACE), 1, 1, 0,
    BV_ALWAYS },
  { "dump", "[-o FILE.json]", N_ ("Write a whole campaign"), bv_verb_dump, SET (OUTPUT), 0, 0, MANY,
    SET (OUTPUT) },
  { "campaigns", "", N_ ("List the campaigns of the library"), bv_verb_campaigns, 0, 0, 0, MANY },
  { "units", "", N_ ("List the units"), bv_verb_units, 0, 0, 0, MANY },
  { "nominees", "[--group KEY]", N_ ("List the nominees"), bv_verb_nominees, SET (GROUP), 0, 0, MANY },
  { "criteria", "[--group KEY]", N_ ("List the criteria of each group"), bv_verb_criteria, SET (GROUP), 0, 0,
    MANY },
  { "evidence", "", N_ ("List the evidence"), bv_verb_evidence, 0, 0, 0, MANY },
  { "add", "ENTITY KEY FIELD=VALUE…", N_ ("Add a record"), bv_verb_add, 0, 2, MANY, MANY, BV_ALWAYS },
  { "set", "ENTITY KEY FIELD=VALUE… [--cut] [--drop-answers] [--since D]",
    N_ ("Change fields of a record; of a unit also from a day on"), bv_verb_set,
    SET (CUT) | SET (DROP_ANSWERS) | SET (SINCE), 3, MANY, MANY, BV_ALWAYS },
  { "remove", "ENTITY KEY [--drop-answers]", N_ ("Remove a record"), bv_verb_remove, SET (DROP_ANSWERS), 2, 2,
    MANY, BV_ALWAYS },
  { "move",
    "GROUP/CODE… --into GROUP[/CODE] [--before CODE] [--drop-answers] | GROUP/CODE --step WAY | GROUP --before GROUP | GROUP --step WAY | unit CODE --step WAY",
    N_ ("Move criteria, with all below them, or a group or a unit among the others"), bv_verb_move,
    SET (INTO) | SET (BEFORE) | SET (STEP) | SET (DROP_ANSWERS), 1, MANY, MANY, BV_ALWAYS },
  { "copy", "GROUP/CODE… [--from CAMPAIGN] --into GROUP[/CODE] [--before CODE]",
    N_ ("Copy criteria, with all below them"), bv_verb_copy, SET (FROM) | SET (INTO) | SET (BEFORE), 1, MANY,
    MANY, BV_ALWAYS },
  { "paste",
    "FILE --into GROUP[/CODE] [--before CODE] | unit FILE | nominee FILE | score FILE [NOMINEE [CRITERION]] [--self | --final] | vote FILE",
    N_ (
      "Take criteria, units, nominees, scores or votes from a block that was copied from Excel or Word; FILE may be -"),
    bv_verb_paste, SET (INTO) | SET (BEFORE) | SET (ANSWERS) | SET (DRY_RUN) | SET (SELF) | SET (FINAL), 1, 4,
    0, BV_ALWAYS },
  { "renumber", "GROUP", N_ ("Give criteria the codes of their places"), bv_verb_renumber, 0, 1, 1, MANY,
    BV_ALWAYS },
  { "merge", "CODE… [FIELD=VALUE…] --into CODE --since D",
    N_ ("Make one unit of several; with a name it is a new one"), bv_verb_merge, SET (INTO) | SET (SINCE), 1,
    MANY, MANY, BV_ALWAYS },
  { "split", "CODE NEW=NAME… --since D", N_ ("Make 2 to 9 units of one"), bv_verb_split, SET (SINCE), 2, MANY,
    MANY, BV_ALWAYS },
  { "close", "CODE --since D", N_ ("End a unit"), bv_verb_close, SET (SINCE), 1, 1, MANY, BV_ALWAYS },
  { "lineage", "CODE", N_ ("List what a unit was made of, and what it became"), bv_verb_lineage, 0, 1, 1,
    MANY },
  { "enter", "GROUP CODE… | GROUP [--type TYPE] [--below CODE] | GROUP --all",
    N_ ("Put units forward in a group; those that are there stay"), bv_verb_enter,
    SET (TYPE) | SET (BELOW) | SET (ALL), 1, MANY, MANY, BV_ALWAYS },
  { "score", "NOMINEE CRITERION POINTS [--self | --final] [--state S]",
    N_ ("Write a score; POINTS as 12.5 or 12,5, or - for none"), bv_verb_score,
    SET (SELF) | SET (FINAL) | SET (STATE), 3, 3, MANY, BV_ALWAYS },
  { "attach", "NOMINEE CRITERION FILE… [--number N] [--issued D] [--issuer I] [--title T]",
    N_ ("Copy files into the vault as evidence"), bv_verb_attach,
    SET (NUMBER) | SET (ISSUED) | SET (ISSUER) | SET (TITLE), 3, MANY, 2, BV_ALWAYS },
  { "bases", "[--date D] [--set]", N_ ("List the built-in legal bases of a day"), bv_verb_bases,
    SET (DATE) | SET (SET), 0, 0, MANY, SET (SET) },
  { "rank", "[--date D]", N_ ("Rank every pool and every group"), bv_verb_rank, SET (DATE), 0, 0, MANY },
  { "same", "[--all] [--date D] | --distinct KIND NOMINEE… [--reason TEXT] | --again KIND NOMINEE…",
    N_ (
      "List what is the same twice and should not be; say that it is not, or why it stands. KIND: person, unit, "
      "initiative, evidence or commended"),
    bv_verb_same, SET (ALL) | SET (DATE) | SET (DISTINCT) | SET (AGAIN) | SET (REASON), 0, MANY, MANY,
    SET (DISTINCT) | SET (AGAIN) },
  { "export", "[--draft] [--reason TEXT] [--date D | --sealed N] -o FILE.xlsx",
    N_ ("Seal the proposal and write its workbook"), bv_verb_export,
    SET (DRAFT) | SET (REASON) | SET (DATE) | SET (SEALED) | SET (OUTPUT), 0, 0, MANY, BV_ALWAYS },
  { "sealed", "", N_ ("List what was sealed"), bv_verb_sealed, 0, 0, 0, MANY },
  { "print",
    "--list NAME [--as annex|list] [--group KEY] [--nominee KEY] [--unit CODE] [--date D | --sealed N] -o FILE.pdf|FILE.docx",
    N_ ("Write a list, a form or the submission as PDF, or as .docx to edit"), bv_verb_print,
    SET (LIST) | SET (AS) | SET (GROUP) | SET (NOMINEE) | SET (UNIT) | SET (DATE) | SET (SEALED)
      | SET (OUTPUT),
    0, 0, MANY, BV_ALWAYS },
  { "dossier",
    "[--draft] [--reason TEXT] [--passphrase-file FILE] [--date D | --sealed N] -o FILE.zip | --check FILE.zip",
    N_ ("Write everything into one archive, or check one"), bv_verb_dossier,
    SET (DRAFT) | SET (REASON) | SET (PASSPHRASE_FILE) | SET (CHECK) | SET (DATE) | SET (SEALED)
      | SET (OUTPUT),
    0, 0, MANY, SET (OUTPUT) },
  { "mail", "--to ADDRESS [--cc ADDRESS] [--subject T] [--attach FILE…] [--date D | --sealed N] -o FILE.eml",
    N_ ("Write an e-mail draft with files, or with a draft of the proposal"), bv_verb_mail,
    SET (TO) | SET (CC) | SET (SUBJECT) | SET (ATTACH) | SET (DATE) | SET (SEALED) | SET (OUTPUT), 0, MANY, 0,
    BV_ALWAYS },
  { "letters", "[-o DIR [--unit CODE] [--until D] [--date D] [--pdf] [--replace]]",
    N_ ("Write to each unit what it still owes; without -o list what was written"), bv_verb_letters,
    SET (OUTPUT) | SET (UNIT) | SET (UNTIL) | SET (DATE) | SET (PDF) | SET (REPLACE), 0, 0, MANY,
    SET (OUTPUT) },
  { "form", "--unit CODE -o FILE.xlsx | --all -o DIR [--replace]",
    N_ ("Write the form that a unit fills in, or those of all units"), bv_verb_form,
    SET (UNIT) | SET (ALL) | SET (OUTPUT) | SET (REPLACE), 0, 0, MANY, BV_ALWAYS },
  { "import", "FILE|DIR… [--answers FILE] [--whole] [--refused FILE.xlsx] [--dry-run]",
    N_ ("Take in what came back, as one action: forms, other tables, and files that prove what they say"),
    bv_verb_import, SET (ANSWERS) | SET (WHOLE) | SET (REFUSED) | SET (DRY_RUN), 1, MANY, 0, BV_ALWAYS },
  { "log", "[--limit N] [ENTITY KEY]", N_ ("List who changed what, newest first; of one record each value"),
    bv_verb_log, SET (LIMIT), 0, 2, MANY },
  { "undo", "[ACTION]", N_ ("Undo the last action, or the one of this number"), bv_verb_undo, 0, 0, 1, MANY,
    BV_ALWAYS },
  { "redo", "", N_ ("Do again what was undone last"), bv_verb_redo, 0, 0, 0, MANY, BV_ALWAYS },
  { "search", "[--limit N] TEXT…", N_ ("Find nominees, units and evidence"), bv_verb_search, SET (LIMIT), 1,
    MANY, MANY },
  { "verify", "",
    N_ ("Check journal, records and every file; that all was put back to an earlier day only paper tells"),
    bv_verb_verify, 0, 0, 0, MANY },
  { "backup", "[-o DIR]",
    N_ ("Make a dated copy in the library, or with its evidence on another disk, and prove it"),
    bv_verb_backup, SET (OUTPUT), 0, 0, MANY, BV_ALWAYS },
  { "backups", "[DIR…]", N_ ("List the backups in the library and in other folders, newest first"),
    bv_verb_backups, 0, 0, MANY, 0 },
  { "restore", "FROM [--to DIR] [--replace] [--salvage]",
    N_ ("Make a library of a backup; FROM is its .db file, or a folder, whose newest is taken"),
    bv_verb_restore, SET (TO) | SET (REPLACE) | SET (SALVAGE), 1, 1, 0, BV_ALWAYS },
  { "report", "", N_ ("Write what a report of a fault needs, without names"), bv_verb_report, 0, 0, 0, MANY },
};

/**
 * bv_verbs_list:
 * @n_verbs: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_verbs): all verbs, in the order of --help
 */
const BvVerb *
bv_verbs_list (guint *n_verbs)
{
  *n_verbs = G_N_ELEMENTS (verbs);
  return verbs;
}

/**
 * bv_verb_find:
 * @name: what stands for it on the command line
 *
 * Returns: (transfer none) (nullable): the verb of that name
 */
const BvVerb *
bv_verb_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, name))
      return &verbs[i];
  return NULL;
}
