/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/verb.h"
#include "store/library.h"

G_BEGIN_DECLS

#define BV_CALL_ERROR (bv_call_error_quark ())
GQuark bv_call_error_quark (void);

/* What decides the exit status; any other error is a failure. */
typedef enum
{
  BV_CALL_ERROR_USAGE,
  BV_CALL_ERROR_FINDINGS,
} BvCallError;

/**
 * BvCall:
 *
 * A command line, taken apart. The strings are those of the command line.
 */
struct _BvCall
{
  const BvVerb *verb;                /* NULL: none was given */
  const char *options[BV_N_OPTIONS]; /* the value; of an option without one its name; NULL: not given */
  GPtrArray *operands;               /* of const char */
};

const BvOption *bv_option_get (BvOptionId id);

gboolean bv_call_parse (BvCall *call, char **arguments, GError **error);
void bv_call_clear (BvCall *call);
gboolean bv_call_fail_usage (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

const char *bv_call_operand (const BvCall *call, guint index);
gboolean bv_call_has (const BvCall *call, BvOptionId option);
gboolean bv_call_changes (const BvCall *call);
gboolean bv_call_take_date (const BvCall *call, BvOptionId option, gint64 *date, GError **error);
gboolean bv_call_read_number (const BvCall *call, BvOptionId option, gint64 *number, GError **error);
gboolean bv_call_check_output (const BvCall *call, BvLibrary *library, GError **error);

char *bv_call_find_library (const BvCall *call);
BvLibrary *bv_call_open (const BvCall *call, BvLibraryMode mode, GError **error);
BvLibrary *bv_call_open_campaign (const BvCall *call, BvLibraryMode mode, gint64 *campaign, GError **error);
gboolean
bv_call_read_date (const BvCall *call, BvLibrary *library, gint64 campaign, gint64 *date, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BvCall, bv_call_clear)

G_END_DECLS
