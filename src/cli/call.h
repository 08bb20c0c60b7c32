/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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

typedef enum
{
  BV_OPTION_LIBRARY,
  BV_OPTION_CAMPAIGN,
  BV_OPTION_JSON,
  BV_OPTION_HELP,
  BV_OPTION_VERSION,
  BV_OPTION_ATTACH,
  BV_OPTION_CC,
  BV_OPTION_CHECK,
  BV_OPTION_DATE,
  BV_OPTION_DRAFT,
  BV_OPTION_ENDS,
  BV_OPTION_FINAL,
  BV_OPTION_GROUP,
  BV_OPTION_ISSUED,
  BV_OPTION_ISSUER,
  BV_OPTION_LIMIT,
  BV_OPTION_LIST,
  BV_OPTION_NOMINEE,
  BV_OPTION_NUMBER,
  BV_OPTION_OUTPUT,
  BV_OPTION_PASSPHRASE_FILE,
  BV_OPTION_PDF,
  BV_OPTION_REASON,
  BV_OPTION_REPLACE,
  BV_OPTION_SELF,
  BV_OPTION_SET,
  BV_OPTION_STARTS,
  BV_OPTION_STATE,
  BV_OPTION_SUBJECT,
  BV_OPTION_TEMPLATE,
  BV_OPTION_TITLE,
  BV_OPTION_TO,
  BV_OPTION_UNIT,
  BV_OPTION_UNITS,
  BV_OPTION_UNTIL,
  BV_N_OPTIONS,
} BvOptionId;

G_STATIC_ASSERT (BV_N_OPTIONS <= 64); /* a set of them is a guint64 */

typedef struct
{
  const char *name;  /* without the dashes */
  const char *value; /* what --help calls its value; NULL: it has none */
  const char *help;  /* English msgid */
  gboolean is_path;  /* the value names a file or folder, in any bytes */
  gboolean gathers;  /* may stand several times; each value is an operand, as is what follows it */
} BvOption;

#define BV_OPTION_SET(name) (G_GUINT64_CONSTANT (1) << BV_OPTION_##name)

/* The options that every verb takes. */
#define BV_OPTIONS_COMMON                                                                           \
  (BV_OPTION_SET (LIBRARY) | BV_OPTION_SET (CAMPAIGN) | BV_OPTION_SET (JSON) | BV_OPTION_SET (HELP) \
   | BV_OPTION_SET (VERSION))

typedef struct _BvVerb BvVerb;

/**
 * BvCall:
 *
 * A command line, taken apart. The strings are those of the command line.
 */
typedef struct
{
  const BvVerb *verb;                /* NULL: none was given */
  const char *options[BV_N_OPTIONS]; /* the value; of an option without one its name; NULL: not given */
  GPtrArray *operands;               /* of const char */
} BvCall;

typedef gboolean (*BvVerbFunc) (const BvCall *call, GError **error);

struct _BvVerb
{
  const char *name;
  const char *operands; /* as --help shows them */
  const char *help;     /* English msgid */
  BvVerbFunc run;
  guint64 options; /* beside those that every verb takes: a set of BvOptionId */
  guint least;     /* operands */
  guint most;
  guint first_path; /* from this operand on they name files, in any bytes */
};

const BvOption *bv_option_get (BvOptionId id);

gboolean bv_call_parse (BvCall *call, char **arguments, GError **error);
void bv_call_clear (BvCall *call);
gboolean bv_call_fail_usage (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

const char *bv_call_operand (const BvCall *call, guint index);
gboolean bv_call_has (const BvCall *call, BvOptionId option);
gboolean bv_call_take_date (const BvCall *call, BvOptionId option, gint64 *date, GError **error);
gboolean bv_call_read_limit (const BvCall *call, gint64 *limit, GError **error);
gboolean bv_call_check_output (const BvCall *call, BvLibrary *library, GError **error);

BvLibrary *bv_call_open (const BvCall *call, BvLibraryMode mode, GError **error);
BvLibrary *bv_call_open_campaign (const BvCall *call, BvLibraryMode mode, gint64 *campaign, GError **error);
gboolean
bv_call_read_date (const BvCall *call, BvLibrary *library, gint64 campaign, gint64 *date, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BvCall, bv_call_clear)

G_END_DECLS
