/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"

#include "cli/output.h"
#include "cli/verbs.h"
#include "core/campaign.h"
#include "core/text/date.h"
#include "core/text/text.h"
#include "store/campaigns.h"
#include "store/fence.h"
#include "store/place-remarks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Microseconds. */
#define BETWEEN_ATTEMPTS 50000

G_DEFINE_QUARK (bv_call_error, bv_call_error)

static const BvOption options[BV_N_OPTIONS] = {
  [BV_OPTION_LIBRARY] = { "library", "DIR", N_ ("The folder of the library"), TRUE },
  [BV_OPTION_CAMPAIGN]
  = { "campaign", "KEY", N_ ("The campaign meant; else the only one, or the newest"), FALSE },
  [BV_OPTION_JSON] = { "json", NULL, N_ ("Print the result as JSON"), FALSE },
  [BV_OPTION_HELP] = { "help", NULL, N_ ("Say how to use the program or the verb"), FALSE },
  [BV_OPTION_VERSION] = { "version", NULL, N_ ("Print the version"), FALSE },
  [BV_OPTION_WAIT]
  = { "wait", "SECONDS", N_ ("While another program writes to the library, wait so long for it"), FALSE },
  [BV_OPTION_AGAIN] = { "again", NULL, N_ ("Take back what was said of these nominees"), FALSE },
  [BV_OPTION_ALL] = { "all", NULL, N_ ("Also what somebody looked at already; of units all"), FALSE },
  [BV_OPTION_ANSWERS]
  = { "answers", "FILE", N_ ("Answers to what is asked: JSON, from the keys of questions to answers"), TRUE },
  [BV_OPTION_AS]
  = { "as", "FORM", N_ ("A list as “annex” of the whole submission, or as “list” by itself"), FALSE },
  [BV_OPTION_ATTACH] = { "attach", "FILE", N_ ("Attach exactly these files; without it a draft workbook"),
                         TRUE, .gathers = TRUE },
  [BV_OPTION_BEFORE] = { "before", "CODE", N_ ("Before this criterion; without it behind the last"), FALSE },
  [BV_OPTION_BELOW] = { "below", "CODE", N_ ("The units directly under this one"), FALSE },
  [BV_OPTION_CC] = { "cc", "ADDRESS", N_ ("Who gets a copy; several with commas between them"), FALSE },
  [BV_OPTION_CHECK]
  = { "check", "FILE", N_ ("Write nothing: read this dossier and compare it with its manifest"), TRUE },
  [BV_OPTION_CUT] = { "cut", NULL, N_ ("Cut given points to a maximum that is lower now"), FALSE },
  [BV_OPTION_DATE]
  = { "date", "D", N_ ("The day of the ranking or of the submission, as 21/06/2026 or 2026-06-21"), FALSE },
  [BV_OPTION_DISTINCT]
  = { "distinct", NULL, N_ ("Say that these nominees are not the same, or with --reason why it stands"),
      FALSE },
  [BV_OPTION_DRAFT] = { "draft", NULL, N_ ("Write it unsealed and marked DỰ THẢO"), FALSE },
  [BV_OPTION_DROP] = { "drop", "NAME", N_ ("Remove this template from the library"), FALSE },
  [BV_OPTION_DROP_ANSWERS]
  = { "drop-answers", NULL, N_ ("Drop the answers, or nominees, that have no place any more"), FALSE },
  [BV_OPTION_DRY_RUN] = { "dry-run", NULL, N_ ("Write nothing: say what would be taken in"), FALSE },
  [BV_OPTION_ENDS] = { "ends", "D", N_ ("The campaign's last day, as 21/06/2026 or 2026-06-21"), FALSE },
  [BV_OPTION_FINAL] = { "final", NULL, N_ ("Write the final score"), FALSE },
  [BV_OPTION_FROM]
  = { "from", "CAMPAIGN",
      N_ ("The campaign from which it is taken; of a new one all but nominees and answers"), FALSE },
  [BV_OPTION_GROUP] = { "group", "KEY", N_ ("Only of this group"), FALSE },
  [BV_OPTION_INTO]
  = { "into", "WHERE", N_ ("Where to: a group, or a section of it as GROUP/CODE; of units the code"), FALSE },
  [BV_OPTION_ISSUED] = { "issued", "D", N_ ("The document's date, as 21/06/2026 or 2026-06-21"), FALSE },
  [BV_OPTION_ISSUER] = { "issuer", "I", N_ ("Who issued the document"), FALSE },
  [BV_OPTION_LIMIT] = { "limit", "N", N_ ("At most this many"), FALSE },
  [BV_OPTION_LIST] = { "list", "NAME", N_ ("What to print: one of the names below"), FALSE },
  [BV_OPTION_LOAD] = { "load", "FILE", N_ ("Keep the template of this file in the library"), TRUE },
  [BV_OPTION_NOMINEE] = { "nominee", "KEY", N_ ("Only of this nominee"), FALSE },
  [BV_OPTION_NUMBER] = { "number", "N", N_ ("The document's number"), FALSE },
  [BV_OPTION_OUTPUT] = { "o", "PATH", N_ ("The file to write; of letters and backups their folder"), TRUE },
  [BV_OPTION_PDF] = { "pdf", NULL, N_ ("Attach to each letter its list of what is missing, as PDF"), FALSE },
  [BV_OPTION_PASSPHRASE_FILE]
  = { "passphrase-file", "FILE",
      N_ ("Whose first line is the passphrase of the archive; - is the standard input"), TRUE },
  [BV_OPTION_REASON]
  = { "reason", "TEXT",
      N_ (
        "Why it is sealed all the same (it is printed on the page Quy tắc), or with --distinct: why it stands"),
      FALSE },
  [BV_OPTION_REFUSED]
  = { "refused", "FILE.xlsx", N_ ("Write the rows that were refused there, each with its reason"), TRUE },
  [BV_OPTION_REPLACE]
  = { "replace", NULL, N_ ("Replace what already has that key or name; a library is put aside"), FALSE },
  [BV_OPTION_SALVAGE]
  = { "salvage", NULL, N_ ("Take over what is whole of a damaged library; the rest is named"), FALSE },
  [BV_OPTION_SAVE]
  = { "save", "NAME", N_ ("Keep the campaign, without units and nominees, as a template of this name"),
      FALSE },
  [BV_OPTION_SEALED]
  = { "sealed", "N", N_ ("As it was sealed: the number that the verb “sealed” lists"), FALSE },
  [BV_OPTION_SELF] = { "self", NULL, N_ ("Write the self-score"), FALSE },
  [BV_OPTION_SET] = { "set", NULL, N_ ("Make them those of the campaign, before its own"), FALSE },
  [BV_OPTION_SINCE]
  = { "since", "D", N_ ("The first day on which it is so, as 01/07/2025 or 2025-07-01"), FALSE },
  [BV_OPTION_STARTS] = { "starts", "D", N_ ("The campaign's first day, as 21/06/2026 or 2026-06-21"), FALSE },
  [BV_OPTION_STATE]
  = { "state", "S", N_ ("pending, accepted, returned, not-assigned or awaiting-publication"), FALSE },
  [BV_OPTION_STEP] = { "step", "WAY", N_ ("One step: up, down, in or out"), FALSE },
  [BV_OPTION_SUBJECT] = { "subject", "T", N_ ("What the mail is about"), FALSE },
  [BV_OPTION_TEMPLATE]
  = { "template", "NAME", N_ ("The template to start from: one that “templates” lists"), FALSE },
  [BV_OPTION_TITLE] = { "title", "T", N_ ("The title of the document, or of the campaign"), FALSE },
  [BV_OPTION_TO]
  = { "to", "ADDRESS|DIR",
      N_ ("Who gets the mail, several with commas between them; or the folder of the restored library"),
      FALSE },
  [BV_OPTION_TYPE]
  = { "type", "TYPE", N_ ("The units of this type; several with commas between them"), FALSE },
  [BV_OPTION_UNIT] = { "unit", "CODE", N_ ("Only of this unit"), FALSE },
  [BV_OPTION_UNITS]
  = { "units", "NAME", N_ ("The registry of units: an-giang-2021, an-giang-2025 or none"), FALSE },
  [BV_OPTION_UNTIL]
  = { "until", "D", N_ ("The day before which letters ask for an answer, as 21/06/2026 or 2026-06-21"),
      FALSE },
  [BV_OPTION_WHOLE] = { "whole", NULL, N_ ("Take in of no file a part: all of it, or it waits"), FALSE },
};

/**
 * bv_option_get:
 * @id: an option
 *
 * Returns: (transfer none): what the command line takes for it
 */
const BvOption *
bv_option_get (BvOptionId id)
{
  return &options[id];
}

/**
 * bv_call_fail_usage:
 * @error: (optional): return location for %BV_CALL_ERROR_USAGE
 * @format: a message
 * @...: its arguments
 *
 * Returns: %FALSE, with @error set
 */
gboolean
bv_call_fail_usage (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, BV_CALL_ERROR, BV_CALL_ERROR_USAGE, message);
  return FALSE;
}

static gboolean
fail_unknown_option (const char *argument, GError **error)
{
  g_autofree char *excerpt = bv_text_excerpt (argument);

  return bv_call_fail_usage (error, _ ("%s: there is no such option: see --help"), excerpt);
}

/* "-5" is a number, "-" stands for no value: neither is an option. */
static gboolean
is_option (const char *argument)
{
  return argument[0] == '-' && argument[1] != '\0' && !g_ascii_isdigit (argument[1]);
}

/* "--name", "--name=value" and, of a name of one letter, "-n" and "-nvalue". */
static gboolean
matches (const BvOption *option, const char *argument, const char **value)
{
  gboolean is_short = option->name[1] == '\0';
  gsize length = strlen (option->name);
  const char *name = argument + (is_short ? 1 : 2);

  if ((argument[1] == '-') == is_short || strncmp (name, option->name, length) != 0)
    return FALSE;
  *value = name[length] == '\0' ? NULL : name + length;
  if (*value != NULL && !is_short)
    {
      if (**value != '=')
        return FALSE;
      (*value)++;
    }
  return TRUE;
}

static gboolean
check_value (const BvOption *option, const char *value, GError **error)
{
  if (!option->is_path && !g_utf8_validate (value, -1, NULL))
    return bv_call_fail_usage (error, _ ("--%s: the text is not valid UTF-8"), option->name);
  if (option->is_path && *value == '\0')
    return bv_call_fail_usage (error, _ ("--%s: the name is empty"), option->name);
  return TRUE;
}

/* Takes an option and, where its value is an argument of its own, moves on to that. */
static gboolean
take_option (BvCall *call, char ***arguments, GError **error)
{
  const char *argument = **arguments;
  const char *value = NULL;
  guint id = 0;

  while (id < BV_N_OPTIONS && !matches (&options[id], argument, &value))
    id++;
  if (id == BV_N_OPTIONS)
    return fail_unknown_option (argument, error);
  if (call->options[id] != NULL && !options[id].gathers)
    return bv_call_fail_usage (error, _ ("%s: the option is given twice"), options[id].name);
  if (options[id].value == NULL)
    {
      call->options[id] = options[id].name;
      return value == NULL || bv_call_fail_usage (error, _ ("--%s takes no value"), options[id].name);
    }
  if (value == NULL)
    value = *++*arguments;
  if (value == NULL)
    return bv_call_fail_usage (error, _ ("%s: the value %s is missing behind it"), argument,
                               options[id].value);
  call->options[id] = value;
  if (options[id].gathers)
    g_ptr_array_add (call->operands, (char *) value);
  return check_value (&options[id], value, error);
}

static gboolean
take_verb (BvCall *call, const char *name, GError **error)
{
  g_autofree char *excerpt = NULL;

  call->verb = bv_verb_find (name);
  if (call->verb != NULL)
    return TRUE;
  excerpt = bv_text_excerpt (name);
  return bv_call_fail_usage (error, _ ("%s: there is no such verb: see --help"), excerpt);
}

static gboolean
check_options (const BvCall *call, GError **error)
{
  for (guint id = 0; id < BV_N_OPTIONS; id++)
    if (call->options[id] != NULL
        && ((BV_OPTIONS_COMMON | call->verb->options) & G_GUINT64_CONSTANT (1) << id) == 0)
      return bv_call_fail_usage (error, _ ("%s does not take the option “%s”: see %s --help"),
                                 call->verb->name, options[id].name, call->verb->name);
  return TRUE;
}

static gboolean
check_operands (const BvCall *call, GError **error)
{
  const BvVerb *verb = call->verb;

  if (call->operands->len < verb->least)
    return bv_call_fail_usage (error, _ ("something is missing: %s %s"), verb->name, verb->operands);
  if (call->operands->len > verb->most)
    {
      g_autofree char *excerpt = bv_text_excerpt (bv_call_operand (call, verb->most));

      return bv_call_fail_usage (error, _ ("“%s” is too much: %s %s"), excerpt, verb->name, verb->operands);
    }
  for (guint i = 0; i < call->operands->len && i < verb->first_path; i++)
    if (!g_utf8_validate (bv_call_operand (call, i), -1, NULL))
      {
        g_autofree char *excerpt = bv_text_excerpt (bv_call_operand (call, i));

        return bv_call_fail_usage (error, _ ("“%s”: the text is not valid UTF-8"), excerpt);
      }
  return TRUE;
}

/**
 * bv_call_parse:
 * @call: a call on the stack; to be cleared in any case
 * @arguments: the arguments, without the program's name, %NULL-terminated; they must outlive @call
 * @error: return location for %BV_CALL_ERROR_USAGE
 *
 * Takes a command line apart: options may stand anywhere before "--". With --help or --version nothing more
 * is asked of it.
 *
 * Returns: %FALSE with @error set where it is not as --help says
 */
gboolean
bv_call_parse (BvCall *call, char **arguments, GError **error)
{
  const char *verb = NULL;
  gboolean ended = FALSE;

  *call = (BvCall){ .operands = g_ptr_array_new () };
  for (; *arguments != NULL; arguments++)
    {
      gboolean is_operand = ended || !is_option (*arguments);

      if (is_operand && verb == NULL)
        verb = *arguments;
      else if (is_operand)
        g_ptr_array_add (call->operands, *arguments);
      else if (g_str_equal (*arguments, "--"))
        ended = TRUE;
      else if (!take_option (call, &arguments, error))
        return FALSE;
    }
  if (verb != NULL && !take_verb (call, verb, error))
    return FALSE;
  if (bv_call_has (call, BV_OPTION_HELP) || bv_call_has (call, BV_OPTION_VERSION))
    return TRUE;
  if (call->verb == NULL)
    return bv_call_fail_usage (error, _ ("the verb is missing: see --help"));
  return check_options (call, error) && check_operands (call, error);
}

/**
 * bv_call_clear:
 * @call: a call
 */
void
bv_call_clear (BvCall *call)
{
  g_clear_pointer (&call->operands, g_ptr_array_unref);
}

/**
 * bv_call_operand:
 * @call: a call
 * @index: which
 *
 * Returns: (transfer none) (nullable): the operand, %NULL where there are fewer
 */
const char *
bv_call_operand (const BvCall *call, guint index)
{
  return index < call->operands->len ? g_ptr_array_index (call->operands, index) : NULL;
}

/**
 * bv_call_has:
 * @call: a call
 * @option: an option
 *
 * Returns: whether it is given
 */
gboolean
bv_call_has (const BvCall *call, BvOptionId option)
{
  return call->options[option] != NULL;
}

/**
 * bv_call_changes:
 * @call: a call
 *
 * Returns: whether it is to change the library or to write a file, rather than to print
 */
gboolean
bv_call_changes (const BvCall *call)
{
  guint64 given = 0;

  for (guint id = 0; id < BV_N_OPTIONS; id++)
    if (call->options[id] != NULL)
      given |= G_GUINT64_CONSTANT (1) << id;
  return call->verb != NULL && call->verb->changes != 0 && !bv_call_has (call, BV_OPTION_HELP)
         && !bv_call_has (call, BV_OPTION_VERSION)
         && (call->verb->changes == BV_ALWAYS || (call->verb->changes & given) != 0);
}

/**
 * bv_call_take_date:
 * @call: a call
 * @option: an option whose value is a day
 * @date: (inout): what it says; unchanged without it
 * @error: return location for %BV_CALL_ERROR_USAGE
 *
 * Returns: %FALSE with @error set where it is no day
 */
gboolean
bv_call_take_date (const BvCall *call, BvOptionId option, gint64 *date, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gint64 day;

  if (!bv_call_has (call, option))
    return TRUE;
  day = bv_date_parse_vietnamese (call->options[option], FALSE, &cause);
  if (day == BV_NONE)
    return bv_call_fail_usage (error, "--%s: %s", options[option].name, cause->message);
  *date = day;
  return TRUE;
}

/**
 * bv_call_read_number:
 * @call: a call
 * @option: an option whose value is a number
 * @number: (out): what it says, from 1; 0 without it
 * @error: return location for %BV_CALL_ERROR_USAGE
 *
 * Returns: %FALSE with @error set where it is no number
 */
gboolean
bv_call_read_number (const BvCall *call, BvOptionId option, gint64 *number, GError **error)
{
  const char *text = call->options[option];
  guint64 read = 0;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &read, NULL))
    return bv_call_fail_usage (error, _ ("--%s: “%s” is not a number from 1"), options[option].name, text);
  *number = read;
  return TRUE;
}

/**
 * bv_call_check_output:
 * @call: a call with -o
 * @library: its library
 * @error: return location for a #GFileError or %BV_STORE_ERROR_FILE
 *
 * A file is written beside its place and renamed, which must happen neither to a device nor to the library.
 *
 * Returns: %FALSE with @error set where something else than a file has that name, or the library is there
 */
gboolean
bv_call_check_output (const BvCall *call, BvLibrary *library, GError **error)
{
  const char *path = call->options[BV_OPTION_OUTPUT];
  g_autofree char *name = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return bv_fence_check (bv_library_get_folder (library), path, error);
  name = g_filename_display_name (path);
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST, _ ("%s: this is no file: choose another name"), name);
  return FALSE;
}

/* @seconds: how long another writer is waited for. Each attempt fails at once. */
static BvLibrary *
open_when_free (const char *folder, BvLibraryMode mode, gint64 seconds, GError **error)
{
  gint64 end = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;

  for (;;)
    {
      GError *cause = NULL;
      BvLibrary *library = bv_library_open (folder, mode, &cause);

      if (library != NULL)
        return library;
      if (!g_error_matches (cause, BV_STORE_ERROR, BV_STORE_ERROR_LOCKED) || g_get_monotonic_time () >= end)
        {
          g_propagate_error (error, cause);
          return NULL;
        }
      g_error_free (cause);
      g_usleep (BETWEEN_ATTEMPTS);
    }
}

/**
 * bv_call_find_library:
 * @call: a call
 *
 * Returns: (transfer full): the folder of its library, whether that is there or not
 */
char *
bv_call_find_library (const BvCall *call)
{
  const char *folder = call->options[BV_OPTION_LIBRARY];

  return folder != NULL ? g_strdup (folder) : bv_library_default_folder ();
}

/* Where it lies may do harm to it, or show it to others; that is said once a call. */
static void
warn_of_place (BvLibrary *library)
{
  static gboolean warned = FALSE;
  g_auto (GStrv) remarks = warned ? NULL : bv_place_remarks_list (bv_library_get_folder (library));

  bv_output_warn_of_each (remarks);
  warned = TRUE;
}

/**
 * bv_call_open:
 * @call: a call
 * @mode: how to open it
 * @error: return location for %BV_CALL_ERROR_USAGE or a %BV_STORE_ERROR
 *
 * Says on standard error what is to be known of the place where the library lies.
 *
 * Returns: (transfer full) (nullable): the library of the call; %NULL with @error set on failure
 */
BvLibrary *
bv_call_open (const BvCall *call, BvLibraryMode mode, GError **error)
{
  g_autofree char *folder = bv_call_find_library (call);
  BvLibrary *library;
  gint64 seconds = 0;

  if (!bv_call_read_number (call, BV_OPTION_WAIT, &seconds, error))
    return NULL;
  library = open_when_free (folder, mode, seconds, error);
  if (library != NULL)
    warn_of_place (library);
  return library;
}

/**
 * bv_call_open_campaign:
 * @call: a call
 * @mode: how to open the library
 * @campaign: (out): the row of the campaign that is meant
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the library; %NULL with @error set on failure
 */
BvLibrary *
bv_call_open_campaign (const BvCall *call, BvLibraryMode mode, gint64 *campaign, GError **error)
{
  g_autoptr (BvLibrary) library = bv_call_open (call, mode, error);

  if (library == NULL)
    return NULL;
  *campaign = bv_campaigns_find (library, call->options[BV_OPTION_CAMPAIGN], error);
  return *campaign != 0 ? g_steal_pointer (&library) : NULL;
}

/**
 * bv_call_read_date:
 * @call: a call
 * @library: a library
 * @campaign: a campaign's row
 * @date: (out): the ranking's date: that of --date, else the campaign's
 * @error: return location for %BV_CALL_ERROR_USAGE or a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_call_read_date (const BvCall *call, BvLibrary *library, gint64 campaign, gint64 *date, GError **error)
{
  g_autoptr (BvCampaign) head = NULL;

  if (bv_call_has (call, BV_OPTION_DATE))
    return bv_call_take_date (call, BV_OPTION_DATE, date, error);
  head = bv_campaigns_read (library, campaign, BV_CAMPAIGN_HEAD, error);
  if (head == NULL)
    return FALSE;
  *date = bv_campaign_find_date (head);
  return TRUE;
}
