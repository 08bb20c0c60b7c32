/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BV_OPTION_LIBRARY,
  BV_OPTION_CAMPAIGN,
  BV_OPTION_JSON,
  BV_OPTION_HELP,
  BV_OPTION_VERSION,
  BV_OPTION_WAIT,
  BV_OPTION_AGAIN,
  BV_OPTION_ALL,
  BV_OPTION_ANSWERS,
  BV_OPTION_AS,
  BV_OPTION_ATTACH,
  BV_OPTION_BEFORE,
  BV_OPTION_BELOW,
  BV_OPTION_CC,
  BV_OPTION_CHECK,
  BV_OPTION_CUT,
  BV_OPTION_DATE,
  BV_OPTION_DISTINCT,
  BV_OPTION_DRAFT,
  BV_OPTION_DROP,
  BV_OPTION_DROP_ANSWERS,
  BV_OPTION_DRY_RUN,
  BV_OPTION_ENDS,
  BV_OPTION_FINAL,
  BV_OPTION_FROM,
  BV_OPTION_GROUP,
  BV_OPTION_INTO,
  BV_OPTION_ISSUED,
  BV_OPTION_ISSUER,
  BV_OPTION_LIMIT,
  BV_OPTION_LIST,
  BV_OPTION_LOAD,
  BV_OPTION_NOMINEE,
  BV_OPTION_NUMBER,
  BV_OPTION_OUTPUT,
  BV_OPTION_PASSPHRASE_FILE,
  BV_OPTION_PDF,
  BV_OPTION_REASON,
  BV_OPTION_REFUSED,
  BV_OPTION_REPLACE,
  BV_OPTION_SALVAGE,
  BV_OPTION_SAVE,
  BV_OPTION_SEALED,
  BV_OPTION_SELF,
  BV_OPTION_SET,
  BV_OPTION_SINCE,
  BV_OPTION_STARTS,
  BV_OPTION_STATE,
  BV_OPTION_STEP,
  BV_OPTION_SUBJECT,
  BV_OPTION_TEMPLATE,
  BV_OPTION_TITLE,
  BV_OPTION_TO,
  BV_OPTION_TYPE,
  BV_OPTION_UNIT,
  BV_OPTION_UNITS,
  BV_OPTION_UNTIL,
  BV_OPTION_WHOLE,
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
   | BV_OPTION_SET (VERSION) | BV_OPTION_SET (WAIT))

typedef struct _BvCall BvCall;

typedef gboolean (*BvVerbFunc) (const BvCall *call, GError **error);

typedef struct
{
  const char *name;
  const char *operands; /* as --help shows them */
  const char *help;     /* English msgid */
  BvVerbFunc run;
  guint64 options; /* beside those that every verb takes: a set of BvOptionId */
  guint least;     /* operands */
  guint most;
  guint first_path; /* from this operand on they name files, in any bytes */
  guint64 changes;  /* a set of BvOptionId with any of which it changes or writes something; or BV_ALWAYS */
} BvVerb;

#define BV_ALWAYS G_MAXUINT64

G_END_DECLS
