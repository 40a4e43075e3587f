/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Holds a form while it is open; tells when it was put on disk. */

#include "loket-open-form.h"

struct _LoketOpenForm
{
  GObject parent_instance;

  LoketForm *form;
  char *client_name;
  gboolean is_recovered;  /* whether it was there when the program started, and is as it was */
};

enum
{
  PROP_0,
  PROP_KEPT_AT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (LoketOpenForm, loket_open_form, G_TYPE_OBJECT)

static void
loket_open_form_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  LoketOpenForm *self = LOKET_OPEN_FORM (object);

  switch (prop_id)
    {
    case PROP_KEPT_AT:
      g_value_set_string (value, loket_open_form_get_kept_at (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
loket_open_form_finalize (GObject *object)
{
  LoketOpenForm *self = LOKET_OPEN_FORM (object);

  loket_form_free (self->form);
  g_free (self->client_name);

  G_OBJECT_CLASS (loket_open_form_parent_class)->finalize (object);
}

static void
loket_open_form_class_init (LoketOpenFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = loket_open_form_get_property;
  object_class->finalize = loket_open_form_finalize;

  /**
   * LoketOpenForm:kept-at:
   *
   * When the form was last put on disk, a UTC stamp; NULL when it never was.
   */
  properties[PROP_KEPT_AT] = g_param_spec_string ("kept-at", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
loket_open_form_init (LoketOpenForm *self)
{
}

/**
 * loket_open_form_new:
 * @form: (transfer full): the form; one that was kept already is one that is recovered
 * @client_name: of whom it is
 *
 * Returns: (transfer full): the form, open
 */
LoketOpenForm *
loket_open_form_new (LoketForm  *form,
                     const char *client_name)
{
  LoketOpenForm *self = g_object_new (LOKET_TYPE_OPEN_FORM, NULL);

  self->form = form;
  self->client_name = g_strdup (client_name);
  self->is_recovered = loket_form_get_kept_at (form) != NULL;

  return self;
}

/**
 * loket_open_form_get_form:
 *
 * Returns: (transfer none): what was typed; who changes it tells loket_open_forms_keep ()
 */
LoketForm *
loket_open_form_get_form (LoketOpenForm *self)
{
  g_return_val_if_fail (LOKET_IS_OPEN_FORM (self), NULL);

  return self->form;
}

const char *
loket_open_form_get_client_name (LoketOpenForm *self)
{
  g_return_val_if_fail (LOKET_IS_OPEN_FORM (self), NULL);

  return self->client_name;
}

/**
 * loket_open_form_get_kept_at:
 *
 * Returns: (transfer none) (nullable): when the form was last put on disk, a UTC stamp
 */
const char *
loket_open_form_get_kept_at (LoketOpenForm *self)
{
  g_return_val_if_fail (LOKET_IS_OPEN_FORM (self), NULL);

  return loket_form_get_kept_at (self->form);
}

void
loket_open_form_set_kept_at (LoketOpenForm *self,
                             const char    *stamp)
{
  g_return_if_fail (LOKET_IS_OPEN_FORM (self));

  loket_form_set_kept_at (self->form, stamp);
  self->is_recovered = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEPT_AT]);
}

/**
 * loket_open_form_is_recovered:
 *
 * Returns: whether the form is from before the program started, and was not typed in since
 */
gboolean
loket_open_form_is_recovered (LoketOpenForm *self)
{
  g_return_val_if_fail (LOKET_IS_OPEN_FORM (self), FALSE);

  return self->is_recovered;
}
