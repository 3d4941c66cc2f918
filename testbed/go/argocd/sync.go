// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"time"
	_ "unsafe" // for go:linkname

	"github.com/argoproj/argo-cd/gitops-engine/pkg/diff"
	healthlib "github.com/argoproj/argo-cd/gitops-engine/pkg/health"
	"github.com/argoproj/argo-cd/gitops-engine/pkg/sync"
	resourceutil "github.com/argoproj/argo-cd/gitops-engine/pkg/sync/resource"
	"github.com/argoproj/argo-cd/gitops-engine/pkg/utils/kube"
	"github.com/argoproj/argo-cd/v3/common"
	_ "github.com/argoproj/argo-cd/v3/controller" // has normalizeTargetResources
	"github.com/argoproj/argo-cd/v3/pkg/apis/application/v1alpha1"
	argodiff "github.com/argoproj/argo-cd/v3/util/argo/diff"
	"github.com/argoproj/argo-cd/v3/util/argo/normalizers"
	kubeutil "github.com/argoproj/argo-cd/v3/util/kube"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/clientcmd"
	cmdutil "k8s.io/kubectl/pkg/cmd/util"
	"sigs.k8s.io/yaml"
)

// comparison is the controller's comparisonResult as far as normalizeTargetResources reads it: same fields, same order.
type comparison struct {
	syncStatus           *v1alpha1.SyncStatus
	healthStatus         healthlib.HealthStatusCode
	resources            []v1alpha1.ResourceStatus
	managedResources     []struct{}
	reconciliationResult sync.ReconciliationResult
	diffConfig           argodiff.DiffConfig
}

// What a sync with RespectIgnoreDifferences=true applies; the controller keeps it to itself.
//
//go:linkname normalizeTargetResources github.com/argoproj/argo-cd/v3/controller.normalizeTargetResources
func normalizeTargetResources(result *comparison) ([]*unstructured.Unstructured, error)

func compare(applicationFile string, targetFiles []string, apply bool) error {
	app, err := readApplication(applicationFile)
	if err != nil {
		return err
	}
	config, err := clientcmd.BuildConfigFromFlags("", os.Getenv("KUBECONFIG"))
	if err != nil {
		return err
	}
	kubectl := kubeutil.NewKubectl()
	for _, file := range targetFiles {
		target, err := object(file)
		if err != nil {
			return err
		}
		if err := compareOne(kubectl, config, app, target, apply); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return nil
}

func compareOne(kubectl kube.Kubectl, config *rest.Config, app *v1alpha1.Application, target *unstructured.Unstructured, apply bool) error {
	ctx := context.Background()
	live, err := kubectl.GetResource(ctx, config, target.GroupVersionKind(), target.GetName(), target.GetNamespace())
	if apierrors.IsNotFound(err) {
		live, err = nil, nil
	}
	if err != nil {
		return err
	}
	diffConfig, cleanup, err := diffConfig(kubectl, config, app)
	if err != nil {
		return err
	}
	defer cleanup()
	result, err := argodiff.StateDiff(live, target, diffConfig)
	if err != nil {
		return err
	}
	status := "Synced"
	if live == nil || result.Modified {
		status = "OutOfSync"
	}
	said := map[string]any{
		"status": status, "live": json.RawMessage(result.NormalizedLive), "wanted": json.RawMessage(result.PredictedLive),
	}
	if apply {
		applied, err := syncOne(kubectl, config, app, comparison{
			reconciliationResult: sync.ReconciliationResult{
				Live: []*unstructured.Unstructured{live}, Target: []*unstructured.Unstructured{target},
			},
			diffConfig: diffConfig,
		}, status == "OutOfSync")
		if err != nil {
			return err
		}
		said["applied"] = applied
	}
	answer(said)
	return nil
}

// As the controller does before it compares.
func diffConfig(kubectl kube.Kubectl, config *rest.Config, app *v1alpha1.Application) (argodiff.DiffConfig, func(), error) {
	cleanup := func() {}
	builder := argodiff.NewDiffConfigBuilder().
		WithDiffSettings(app.Spec.IgnoreDifferences, nil, false, normalizers.IgnoreNormalizerOpts{JQExecutionTimeout: 10 * time.Second}).
		WithTracking("app.kubernetes.io/instance", string(v1alpha1.TrackingMethodAnnotation)).
		WithNoCache().
		WithManager(common.ArgoCDSSAManager)
	_, parser, err := kubectl.LoadOpenAPISchema(config)
	if err != nil {
		return nil, cleanup, err
	}
	builder.WithGVKParser(parser)
	if resourceutil.HasAnnotationOption(app, common.AnnotationCompareOptions, "ServerSideDiff=true") {
		applier, done, err := kubectl.ManageServerSideDiffDryRuns(config)
		if err != nil {
			return nil, cleanup, err
		}
		cleanup = done
		builder.WithServerSideDiff(true).WithServerSideDryRunner(diff.NewK8sServerSideDryRunner(applier))
	}
	if has(app, "ServerSideApply=true") {
		builder.WithStructuredMergeDiff(true)
	}
	built, err := builder.Build()
	return built, cleanup, err
}

// As the controller and the engine do in a sync. Gives what was sent to the API server, or null where nothing was.
func syncOne(kubectl kube.Kubectl, config *rest.Config, app *v1alpha1.Application, given comparison, modified bool) (any, error) {
	if has(app, "ApplyOutOfSyncOnly=true") && !modified {
		return nil, nil
	}
	target := given.reconciliationResult.Target[0]
	if has(app, "RespectIgnoreDifferences=true") {
		targets, err := normalizeTargetResources(&given)
		if err != nil {
			return nil, err
		}
		target = targets[0]
	}
	operations, cleanup, err := kubectl.ManageResources(config)
	if err != nil {
		return nil, err
	}
	defer cleanup()
	_, err = operations.ApplyResource(
		context.Background(), target, cmdutil.DryRunNone, false, true, has(app, "ServerSideApply=true"), common.ArgoCDSSAManager)
	return target.Object, err
}

func has(app *v1alpha1.Application, option string) bool {
	return app.Spec.SyncPolicy != nil && app.Spec.SyncPolicy.SyncOptions.HasOption(option)
}

func readApplication(file string) (*v1alpha1.Application, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	app := &v1alpha1.Application{}
	if err := yaml.UnmarshalStrict(text, app); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return app, nil
}
