// SPDX-License-Identifier: Apache-2.0

// Asks Argo CD's own code, and kstatus, what they make of objects. It adds nothing of its own: every answer is that of the engine.
//
//	argocd health CONFIGMAP OBJECT...          health of each object under the customizations of an argocd-cm
//	argocd actions CONFIGMAP OBJECT            which actions are offered
//	argocd act CONFIGMAP OBJECT ACTION [N=V]   the object after an action
//	argocd kstatus OBJECT...                   what kstatus says of each object
//	argocd diff APPLICATION TARGET...          whether each target is Synced with the cluster of KUBECONFIG
//	argocd sync APPLICATION TARGET...          the same, then applies it as a sync does
//
// Answers are JSON, one line each.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"

	"github.com/argoproj/argo-cd/v3/pkg/apiclient/application"
	"github.com/argoproj/argo-cd/v3/pkg/apis/application/v1alpha1"
	"github.com/argoproj/argo-cd/v3/util/lua"
	"github.com/argoproj/argo-cd/v3/util/settings"
	log "github.com/sirupsen/logrus"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/client-go/kubernetes/fake"
	"sigs.k8s.io/cli-utils/pkg/kstatus/status"
	"sigs.k8s.io/yaml"
)

func main() {
	log.SetOutput(os.Stderr)
	log.SetLevel(log.WarnLevel)
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "argocd:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 2 {
		return errors.New("usage: argocd health|actions|act|kstatus|diff|sync FILE...")
	}
	command, files := args[0], args[1:]
	switch command {
	case "health":
		return health(files[0], files[1:])
	case "actions":
		return actions(files)
	case "act":
		return act(files)
	case "kstatus":
		return kstatus(files)
	case "diff":
		return compare(files[0], files[1:], false)
	case "sync":
		return compare(files[0], files[1:], true)
	}
	return fmt.Errorf("no command %q", command)
}

func health(configMap string, files []string) error {
	overrides, err := overrides(configMap)
	if err != nil {
		return err
	}
	for _, file := range files {
		object, err := object(file)
		if err != nil {
			return err
		}
		found, err := lua.ResourceHealthOverrides(overrides).GetResourceHealth(object)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if found == nil {
			return fmt.Errorf("%s: no health check for %s", file, object.GroupVersionKind())
		}
		answer(map[string]any{"file": file, "status": found.Status, "message": found.Message})
	}
	return nil
}

func actions(files []string) error {
	overrides, err := overrides(files[0])
	if err != nil {
		return err
	}
	for _, file := range files[1:] {
		object, err := object(file)
		if err != nil {
			return err
		}
		vm := lua.VM{ResourceOverrides: overrides}
		scripts, err := vm.GetResourceActionDiscovery(object)
		if err != nil {
			return err
		}
		found, err := vm.ExecuteResourceActionDiscovery(object, scripts)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		enabled, disabled := []string{}, []string{}
		for _, action := range found {
			if action.Disabled {
				disabled = append(disabled, action.Name)
			} else {
				enabled = append(enabled, action.Name)
			}
		}
		sort.Strings(enabled)
		sort.Strings(disabled)
		answer(map[string]any{"file": file, "enabled": enabled, "disabled": disabled})
	}
	return nil
}

func act(args []string) error {
	if len(args) < 3 {
		return errors.New("usage: argocd act CONFIGMAP OBJECT ACTION [NAME=VALUE]")
	}
	overrides, err := overrides(args[0])
	if err != nil {
		return err
	}
	object, err := object(args[1])
	if err != nil {
		return err
	}
	var parameters []*application.ResourceActionParameters
	for _, pair := range args[3:] {
		name, value, _ := strings.Cut(pair, "=")
		parameters = append(parameters, &application.ResourceActionParameters{Name: &name, Value: &value})
	}
	vm := lua.VM{ResourceOverrides: overrides}
	action, err := vm.GetResourceAction(object, args[2])
	if err != nil {
		return err
	}
	impacted, err := vm.ExecuteResourceAction(object, action.ActionLua, parameters)
	if err != nil {
		return err
	}
	for _, resource := range impacted {
		answer(map[string]any{"operation": resource.K8SOperation, "object": resource.UnstructuredObj.Object})
	}
	return nil
}

func kstatus(files []string) error {
	for _, file := range files {
		object, err := object(file)
		if err != nil {
			return err
		}
		found, err := status.Compute(object)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		answer(map[string]any{"file": file, "status": found.Status, "message": found.Message})
	}
	return nil
}

// overrides reads a ConfigMap the way Argo CD reads its argocd-cm.
func overrides(file string) (map[string]v1alpha1.ResourceOverride, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	config := &corev1.ConfigMap{}
	if err := yaml.UnmarshalStrict(text, config); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	secret := &corev1.Secret{}
	secret.Name, secret.Namespace = "argocd-secret", config.Namespace
	for _, labelled := range []interface{ SetLabels(map[string]string) }{config, secret} {
		labelled.SetLabels(map[string]string{"app.kubernetes.io/part-of": "argocd"})
	}
	manager := settings.NewSettingsManager(context.Background(), fake.NewClientset(config, secret), config.Namespace)
	return manager.GetResourceOverrides()
}

func object(file string) (*unstructured.Unstructured, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	json, err := yaml.YAMLToJSON(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	object := &unstructured.Unstructured{}
	if err := object.UnmarshalJSON(json); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return object, nil
}

func answer(value any) {
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		panic(err)
	}
}
