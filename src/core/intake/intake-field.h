/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a column of a table from outside holds. */
typedef enum
{
  BV_INTAKE_FIELD_NONE, /* nobody knows */
  BV_INTAKE_FIELD_ORDINAL,
  BV_INTAKE_FIELD_CODE, /* of whatever the rows are: units or criteria */
  BV_INTAKE_FIELD_UNIT,
  BV_INTAKE_FIELD_PARENT,
  BV_INTAKE_FIELD_PERSON,
  BV_INTAKE_FIELD_NAME, /* of a unit or a person */
  BV_INTAKE_FIELD_GENDER,
  BV_INTAKE_FIELD_MALE,
  BV_INTAKE_FIELD_FEMALE,
  BV_INTAKE_FIELD_BORN,
  BV_INTAKE_FIELD_BORN_MALE,
  BV_INTAKE_FIELD_BORN_FEMALE,
  BV_INTAKE_FIELD_POSITION,
  BV_INTAKE_FIELD_WORKPLACE, /* position and unit, or one of them */
  BV_INTAKE_FIELD_OFFICE,    /* whether the person holds an office */
  BV_INTAKE_FIELD_ACHIEVEMENT,
  BV_INTAKE_FIELD_CRITERION,
  BV_INTAKE_FIELD_MAX,
  BV_INTAKE_FIELD_SELF,
  BV_INTAKE_FIELD_VERIFIED,
  BV_INTAKE_FIELD_FINAL,
  BV_INTAKE_FIELD_SCORE, /* whose is not said */
  BV_INTAKE_FIELD_TOTAL,
  BV_INTAKE_FIELD_RANK,
  BV_INTAKE_FIELD_EVIDENCE,
  BV_INTAKE_FIELD_EXPLANATION,
  BV_INTAKE_FIELD_NOTE,
  BV_INTAKE_FIELD_DECISION,
  BV_INTAKE_FIELD_DATE,
  BV_INTAKE_FIELD_AWARD,
  BV_INTAKE_FIELD_INITIATIVE,
  BV_INTAKE_FIELD_GROUP,
  BV_INTAKE_FIELD_EMAIL,
  BV_INTAKE_FIELD_PHONE,
  BV_INTAKE_FIELD_IDENTITY, /* the number of an identity card */
  BV_INTAKE_FIELD_KIND,     /* whether it is a person or a unit */
  BV_INTAKE_FIELD_OTHER,    /* known, and not of the campaign */
  BV_N_INTAKE_FIELDS,
} BvIntakeField;

typedef struct
{
  const char *name;     /* in what is learned */
  const char *synonyms; /* as bv_intake_field_key() writes them, with bars between */
} BvIntakeFieldRow;

extern const BvIntakeFieldRow bv_intake_fields[BV_N_INTAKE_FIELDS];

char *bv_intake_field_key (const char *title);
BvIntakeField bv_intake_field_parse (const char *name);

G_END_DECLS
