/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/help.h"

#include "cli/output.h"
#include "cli/verbs.h"
#include "print/paper.h"

#include <glib/gi18n-lib.h>

/* Where the explanations begin. */
#define MARGIN 26

static void
print_entry (const char *entry, const char *help)
{
  bv_output_line ("  %-*s %s", MARGIN, entry, help);
}

static char *
write_option (const BvOption *option)
{
  const char *dashes = option->name[1] == '\0' ? "-" : "--";

  return g_strdup_printf ("%s%s%s%s", dashes, option->name, option->value != NULL ? " " : "",
                          option->value != NULL ? option->value : "");
}

static void
print_options (guint64 set)
{
  for (guint id = 0; id < BV_N_OPTIONS; id++)
    if ((set & G_GUINT64_CONSTANT (1) << id) != 0)
      {
        g_autofree char *text = write_option (bv_option_get (id));

        print_entry (text, _ (bv_option_get (id)->help));
      }
}

static void
print_papers (void)
{
  bv_output_line ("%s", "");
  bv_output_line (_ ("What can be printed:"));
  for (BvPaperId paper = 0; paper < BV_N_PAPERS; paper++)
    print_entry (bv_paper_name (paper), _ (bv_paper_get (paper)->help));
}

/**
 * bv_help_print:
 *
 * Prints how to use the program: its verbs and the options that all of them take.
 */
void
bv_help_print (void)
{
  guint n_verbs;
  const BvVerb *verbs = bv_verbs_list (&n_verbs);

  bv_output_line (_ ("Usage: bangvang-cli [--library DIR] [--campaign KEY] [--json] VERB …"));
  bv_output_line (_ ("Does the jobs of Bảng Vàng without a window."));
  bv_output_line ("%s", "");
  bv_output_line (_ ("Verbs:"));
  for (guint i = 0; i < n_verbs; i++)
    print_entry (verbs[i].name, _ (verbs[i].help));
  bv_output_line ("%s", "");
  bv_output_line (_ ("Options, anywhere before “--”:"));
  print_options (BV_OPTIONS_COMMON);
  bv_output_line ("%s", "");
  bv_output_line (
    _ ("Exit status: 0 done; 1 failed, nothing changed; 2 wrong usage; 3 a check found something."));
  bv_output_line (_ ("More: bangvang-cli VERB --help, and the manual page bangvang-cli(1)."));
}

/**
 * bv_help_print_verb:
 * @verb: a verb
 *
 * Prints how to use the verb.
 */
void
bv_help_print_verb (const BvVerb *verb)
{
  bv_output_line (_ ("Usage: bangvang-cli %s %s"), verb->name, verb->operands);
  bv_output_line ("%s", _ (verb->help));
  bv_output_line ("%s", "");
  bv_output_line (_ ("Options:"));
  print_options (verb->options | BV_OPTIONS_COMMON);
  if ((verb->options & BV_OPTION_SET (LIST)) != 0)
    print_papers ();
}
